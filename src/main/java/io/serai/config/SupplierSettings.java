package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The settings that a supplier's connector has by its format and its transport, so that each is
 * described once, whatever it is combined with.
 */
final class SupplierSettings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<String>> OF_TRANSPORT =
      Map.of(
          "ftp", List.of("server", "ftp", "files"),
          "ftps", List.of("server", "ftps", "files"),
          "sftp", List.of("server", "sftp", "files"),
          "folder", List.of("folder", "files"),
          "mail", List.of("mail"),
          "https", List.of("https"));
  private static final Map<String, List<String>> OF_FORMAT =
      Map.of(
          "csv", List.of("csv"),
          "fixed", List.of("fixed"),
          "x12", List.of("edi", "x12"),
          "edifact", List.of("edi", "edifact"));

  private SupplierSettings() {}

  /**
   * The whole schema of an account's settings: those of transport and format, and the connector's
   * own, which take the place of one with the same name.
   */
  static ObjectNode merged(JsonNode connector, ObjectNode own) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    merged.putArray("required");
    merged.putObject("properties");
    OF_TRANSPORT
        .getOrDefault(connector.path("transport").asText(), List.of())
        .forEach(part -> add(merged, part));
    OF_FORMAT
        .getOrDefault(connector.path("format").asText(), List.of())
        .forEach(part -> add(merged, part));
    add(merged, own);
    return merged;
  }

  private static void add(ObjectNode merged, String part) {
    add(merged, read(part));
  }

  private static void add(ObjectNode merged, ObjectNode part) {
    merged.withArray("required").addAll(part.withArray("required"));
    merged.withObject("/properties").setAll(part.withObject("/properties"));
    part.properties().stream()
        .filter(entry -> !List.of("required", "properties").contains(entry.getKey()))
        .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
  }

  private static ObjectNode read(String part) {
    String resource = "/schema/supplier/" + part + ".json";
    try (InputStream in = SupplierSettings.class.getResourceAsStream(resource)) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": cannot be read", e);
    }
  }
}
