package io.serai.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.serai.mapping.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The OpenAPI document: what the API takes and answers. Requests are held to it as it is published,
 * so it cannot say anything else than what is so. The canonical order is put in from its own
 * schema.
 */
public final class Contract {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final ObjectNode document;
  private final List<Operation> operations = new ArrayList<>();

  private Contract(ObjectNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                Operation.of(
                                    document, path.getKey(), method.getKey(), method.getValue()))));
  }

  /** The contract of this version of the hub. */
  public static Contract load() {
    try (InputStream yaml = Contract.class.getResourceAsStream("/api/openapi.yaml")) {
      ObjectNode document = (ObjectNode) YAML.readTree(yaml);
      OrderSchema.putInto(document);
      return new Contract(document);
    } catch (IOException e) {
      throw new UncheckedIOException("the OpenAPI document cannot be read", e);
    }
  }

  /** What can be asked for. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The operation of an id, if there is one. */
  public Optional<Operation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /** The document, as JSON. */
  public JsonNode json() {
    return document.deepCopy();
  }

  /** The document, as YAML. */
  public String yaml() {
    try {
      return YAML.writeValueAsString(Json.MAPPER.treeToValue(document, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the OpenAPI document cannot be written", e);
    }
  }
}
