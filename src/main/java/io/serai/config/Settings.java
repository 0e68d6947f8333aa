package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one account, with the secrets and the connector's defaults filled in. Prints only
 * its keys.
 */
public final class Settings {
  private final ObjectNode values;

  private Settings(ObjectNode values) {
    this.values = values;
  }

  /** Settings by their values, such as a test makes them. */
  public static Settings of(Map<String, String> values) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    values.forEach(object::put);
    return new Settings(object);
  }

  /** Settings as they stand in a file that has been checked. */
  public static Settings of(JsonNode values) {
    return new Settings(((ObjectNode) values).deepCopy());
  }

  /** One setting as text; nothing when it is absent. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(asMap().get(name));
  }

  /** A copy of the whole as JSON; it holds the secrets. */
  public JsonNode json() {
    return values.deepCopy();
  }

  /**
   * All settings as texts: a block's key is {@code block.key}, a list is joined by commas. The map
   * holds the secrets.
   */
  public Map<String, String> asMap() {
    Map<String, String> texts = new LinkedHashMap<>();
    flatten("", values, texts);
    return Collections.unmodifiableMap(texts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings settings && settings.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The keys alone, since any value may be a secret. */
  @Override
  public String toString() {
    return "Settings" + asMap().keySet();
  }

  private static void flatten(String name, JsonNode value, Map<String, String> texts) {
    if (value.isObject()) {
      String prefix = name.isEmpty() ? "" : name + ".";
      value.properties().forEach(e -> flatten(prefix + e.getKey(), e.getValue(), texts));
    } else if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(item.asText()));
      texts.put(name, String.join(",", items));
    } else if (!value.isNull()) {
      texts.put(name, value.asText());
    }
  }
}
