package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.config.Connector;
import io.serai.config.Settings;
import io.serai.mapping.Json;

/** Settings that an account might have, for fixtures: defaults, examples, or the setting's name. */
final class SampleSettings {
  private SampleSettings() {}

  /** Those of the connector, with the ones that the fixture gives in their place. */
  static Settings of(Connector connector, JsonNode given) {
    ObjectNode settings = Json.object();
    connector
        .settings()
        .path("properties")
        .properties()
        .forEach(entry -> settings.set(entry.getKey(), value(entry.getKey(), entry.getValue())));
    given.properties().forEach(entry -> settings.set(entry.getKey(), entry.getValue()));
    return Settings.of(settings);
  }

  private static JsonNode value(String name, JsonNode rule) {
    if (rule.has("default")) {
      return rule.get("default");
    }
    if (rule.path("examples").size() > 0) {
      return rule.get("examples").get(0);
    }
    return switch (rule.path("type").asText()) {
      case "integer", "number" -> Json.MAPPER.getNodeFactory().numberNode(1);
      case "boolean" -> Json.MAPPER.getNodeFactory().booleanNode(false);
      case "array" -> Json.MAPPER.createArrayNode();
      case "object" -> Json.object();
      default -> Json.MAPPER.getNodeFactory().textNode(name);
    };
  }
}
