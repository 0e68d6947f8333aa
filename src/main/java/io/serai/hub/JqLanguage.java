package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.ExpressionToPredicateAdapter;
import org.apache.camel.support.TypedLanguageSupport;

/**
 * The Camel language {@code jq}, on jackson-jq. A program sees the body as its input, and the
 * message as {@code header("name")}, {@code property("name")} and {@code variable("name")}, as in
 * Camel's own jq.
 */
public final class JqLanguage extends TypedLanguageSupport {
  @Override
  public Predicate createPredicate(String program) {
    return ExpressionToPredicateAdapter.toPredicate(
        createExpression(program, new Object[] {Boolean.class, null}));
  }

  @Override
  public Expression createExpression(String program) {
    return createExpression(program, new Object[] {null, null});
  }

  @Override
  public Expression createExpression(String program, Object[] properties) {
    String text = loadResource(program);
    String name = program.startsWith("resource:") ? program.substring("resource:".length()) : "jq";
    Class<?> type = property(Class.class, properties, 0, null);
    return new Evaluation(Jq.compile(name, text), type == Object.class ? null : type);
  }

  /** One compiled program; evaluated anew for each message. */
  private static final class Evaluation extends ExpressionAdapter {
    private final Jq program;
    private final Class<?> type;

    Evaluation(Jq program, Class<?> type) {
      this.program = program;
      this.type = type;
    }

    @Override
    public Object evaluate(Exchange exchange) {
      JsonNode result = program.one(body(exchange), Map.of(), functions(exchange));
      if (type == null) {
        return result;
      }
      if (type == String.class) {
        return result.isNull() ? null : result.isValueNode() ? result.asText() : result.toString();
      }
      if (type == Boolean.class || type == boolean.class) {
        return result.asBoolean();
      }
      return Json.MAPPER.convertValue(result, type);
    }

    @Override
    public String toString() {
      return "jq";
    }
  }

  private static JsonNode body(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    if (body == null) {
      return Json.MAPPER.nullNode();
    }
    if (body instanceof JsonNode json) {
      return json;
    }
    if (body instanceof Collection || body instanceof Map) {
      return Json.MAPPER.valueToTree(body);
    }
    byte[] bytes =
        body instanceof String text
            ? text.getBytes(StandardCharsets.UTF_8)
            : exchange.getMessage().getBody(byte[].class);
    return Json.read("body", bytes);
  }

  private static Map<String, UnaryOperator<JsonNode>> functions(Exchange exchange) {
    return Map.of(
        "header", name -> json(exchange.getMessage().getHeader(name.asText())),
        "property", name -> json(exchange.getProperty(name.asText())),
        "variable", name -> json(exchange.getVariable(name.asText())));
  }

  private static JsonNode json(Object value) {
    if (value == null) {
      return Json.MAPPER.nullNode();
    }
    if (value instanceof JsonNode json) {
      return json;
    }
    return value instanceof String text ? new TextNode(text) : Json.MAPPER.valueToTree(value);
  }
}
