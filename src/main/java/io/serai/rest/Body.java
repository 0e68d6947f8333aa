package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.util.ArrayList;
import java.util.List;

/** What an operation takes: JSON that keeps the contract's schema. */
public final class Body {
  private static final int MOST_FAULTS = 20;
  private static final JsonMetaSchema OPEN_API =
      JsonMetaSchema.builder(OpenApi30.getInstance())
          .keyword(new NonValidationKeyword("components"))
          .build();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.builder()
          .defaultMetaSchemaIri(OPEN_API.getIri())
          .metaSchema(OPEN_API)
          .build();

  private final boolean required;
  private final JsonSchema schema;

  private Body(boolean required, JsonSchema schema) {
    this.required = required;
    this.schema = schema;
  }

  static Body of(ObjectNode document, JsonNode declared) {
    ObjectNode root = Json.object();
    root.setAll((ObjectNode) declared.at("/content/application~1json/schema"));
    root.set("components", document.get("components"));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();
    return new Body(declared.path("required").asBoolean(), FACTORY.getSchema(root, config));
  }

  /**
   * Reads what was sent.
   *
   * @throws Problem when it is no JSON, or not of this schema; with a pointer to each fault
   */
  JsonNode read(byte[] sent) {
    if (sent.length == 0 && required) {
      throw new Problem(400, "Bad request", "This takes a body, as JSON.");
    }
    if (sent.length == 0) {
      return Json.object();
    }
    JsonNode body;
    try {
      body = Json.read("body", sent);
    } catch (MappingFault e) {
      throw new Problem(400, "Bad request", e.getMessage());
    }
    List<Problem.Fault> faults = new ArrayList<>();
    schema.validate(body).stream().limit(MOST_FAULTS).map(Body::fault).forEach(faults::add);
    if (faults.isEmpty()) {
      refuseNul("", body, faults);
    }
    if (!faults.isEmpty()) {
      throw Problem.body(faults);
    }
    return body;
  }

  // Of a field that is not known, the pointer leads to the field itself.
  private static Problem.Fault fault(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    String says = message.getMessage().substring(message.getMessage().indexOf(": ") + 2);
    return message.getType().equals("additionalProperties") && message.getProperty() != null
        ? new Problem.Fault(
            pointer + "/" + escaped(message.getProperty()), "there is no such field")
        : new Problem.Fault(pointer, says);
  }

  // PostgreSQL keeps every character but this one.
  private static void refuseNul(String pointer, JsonNode node, List<Problem.Fault> faults) {
    if (node.isTextual() && node.asText().indexOf('\0') >= 0) {
      faults.add(new Problem.Fault(pointer, "a text has no character U+0000"));
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              each -> refuseNul(pointer + "/" + escaped(each.getKey()), each.getValue(), faults));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        refuseNul(pointer + "/" + i, node.get(i), faults);
      }
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
