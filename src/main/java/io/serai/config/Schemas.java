package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The JSON Schemas that Serai ships, each as one document: a {@code $ref} to another file is
 * replaced by that file under {@code $defs}, since editors and messages want one place to look.
 */
public final class Schemas {
  private static final String RULES = "rules.schema.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Schemas() {}

  /** The schema of {@code serai.yaml}, in which an account's settings are any object. */
  public static JsonNode configuration() {
    ObjectNode schema = read("serai.schema.json");
    ((ObjectNode) schema.get("$defs")).set("rules", embedded(read(RULES)));
    ((ObjectNode) schema.get("properties").get("rules")).put("$ref", "#/$defs/rules");
    return schema;
  }

  /** The schema of a {@code connector.yaml}. */
  public static JsonNode connector() {
    ObjectNode schema = read("connector.schema.json");
    // Described once, since an account may lay out what its connector does.
    ((ObjectNode) schema.get("properties"))
        .set("layout", read("supplier/fixed.json").at("/properties/layout"));
    return schema;
  }

  /** The schema of a Kamelet, but for its template, which is Camel's. */
  public static JsonNode kamelet() {
    return read("kamelet.schema.json");
  }

  /** The schema of a connector's fixtures. */
  public static JsonNode fixture() {
    return read("fixture.schema.json");
  }

  /** The schema for editors: {@link #configuration()} with the settings of each connector. */
  public static JsonNode published(ConnectorCatalog catalog) {
    ObjectNode schema = (ObjectNode) configuration();
    for (ConnectorKind kind : ConnectorKind.values()) {
      ObjectNode account = (ObjectNode) schema.get("$defs").get(kind.word());
      ArrayNode choices = account.putArray("allOf");
      ArrayNode names = ((ObjectNode) account.get("properties").get("connector")).putArray("enum");
      catalog.all().stream()
          .filter(each -> each.kind() == kind)
          .forEach(
              each -> {
                names.add(each.name());
                choices.add(choice(each));
              });
    }
    return schema;
  }

  private static ObjectNode choice(Connector connector) {
    ObjectNode choice = JsonNodeFactory.instance.objectNode();
    choice
        .putObject("if")
        .putObject("properties")
        .putObject("connector")
        .put("const", connector.name());
    ObjectNode then = choice.putObject("then");
    then.putObject("properties").set("settings", connector.settings());
    if (connector.settings().path("required").size() > 0) {
      then.putArray("required").add("settings");
    }
    return choice;
  }

  private static JsonNode embedded(ObjectNode rules) {
    rules.remove("$schema");
    rules.remove("$id");
    rules
        .findParents("$ref")
        .forEach(
            node -> {
              String ref = node.get("$ref").asText();
              if (ref.startsWith("#")) {
                ((ObjectNode) node).put("$ref", "#/$defs/rules" + ref.substring(1));
              }
            });
    return rules;
  }

  private static ObjectNode read(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream("/schema/" + name)) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("schema/" + name + ": cannot be read", e);
    }
  }
}
