package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What a single YAML word means: a text, a number, true or false, or nothing (YAML 1.2, core). */
final class YamlScalar {
  private static final LoadSettings CORE =
      LoadSettings.builder().setSchema(new CoreSchema()).build();

  private YamlScalar() {}

  static JsonNode of(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) || tag.equals(Tag.BOOL)) {
      return value(text).orElseGet(() -> JsonNodeFactory.instance.textNode(text));
    }
    return tag.equals(Tag.NULL)
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance.textNode(text);
  }

  /** The number or truth value that the text spells, if it spells one. */
  static Optional<JsonNode> value(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    try {
      Object value = new Load(CORE).loadFromString(text);
      if (value instanceof Boolean truth) {
        return Optional.of(nodes.booleanNode(truth));
      }
      if (value instanceof Integer number) {
        return Optional.of(nodes.numberNode(number.intValue()));
      }
      if (value instanceof Long number) {
        return Optional.of(nodes.numberNode(number.longValue()));
      }
      if (value instanceof BigInteger whole) {
        return Optional.of(nodes.numberNode(whole));
      }
      // By the text, since a double would round an amount of money.
      return value instanceof Double number && Double.isFinite(number)
          ? Optional.of(nodes.numberNode(new BigDecimal(text.strip())))
          : Optional.empty();
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
  }
}
