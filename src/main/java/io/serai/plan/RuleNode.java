package io.serai.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A value inside the rules, and the path to it, so that each fault names its key. */
public record RuleNode(String path, JsonNode value) {
  /** Whether the key is not there, or says nothing. */
  public boolean isAbsent() {
    return value.isMissingNode() || value.isNull();
  }

  boolean isObject() {
    return value.isObject();
  }

  /** What stands below it under a key. */
  public RuleNode get(String key) {
    return new RuleNode(path + "." + key, value.isObject() ? value.path(key) : absent());
  }

  /** Refuses anything but an object with these keys. */
  public RuleNode keys(String... known) {
    if (isAbsent()) {
      return this;
    }
    if (!value.isObject()) {
      throw fault("is not a block; write its keys below it: " + String.join(", ", known));
    }
    value
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!Arrays.asList(known).contains(key)) {
                throw get(key).fault("is not a rule; known here are " + String.join(", ", known));
              }
            });
    return this;
  }

  /** A whole number, at least so much. */
  public int integer(int least, int otherwise) {
    return (int) integer((long) least, Integer.MAX_VALUE, otherwise);
  }

  /** A whole number within limits. */
  public long integer(long least, long most, long otherwise) {
    if (isAbsent()) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw fault("is " + value + "; write a whole number, " + least + " or more");
    }
    if (value.longValue() < least || value.longValue() > most) {
      throw fault("is " + value + "; write a whole number from " + least + " to " + most);
    }
    return value.longValue();
  }

  /** True or false. */
  public boolean yes(boolean otherwise) {
    if (isAbsent()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw fault("is " + value + "; write true or false");
    }
    return value.booleanValue();
  }

  BigDecimal money() {
    if (isAbsent()) {
      return BigDecimal.ZERO;
    }
    BigDecimal amount = parsed("an amount such as 25.00", BigDecimal::new);
    if (amount.signum() < 0) {
      throw fault("is " + value + "; write an amount of 0 or more");
    }
    return amount;
  }

  /** The value as text, read by a parser that throws when it cannot. */
  public <T> T parsed(String wanted, Function<String, T> parser) {
    try {
      if (value.isValueNode()) {
        return parser.apply(value.asText());
      }
    } catch (RuntimeException e) {
      // Each parser has its own words for it; the reader of serai.yaml needs only the cure.
    }
    throw fault("is " + value + "; write " + wanted);
  }

  /** One text, or a list of texts; none when absent. */
  List<String> texts() {
    if (value.isTextual() || value.isNumber()) {
      return List.of(value.asText());
    }
    return elements().stream().map(node -> node.parsed("a text", text -> text)).toList();
  }

  /** The elements of a list; none when absent. */
  public List<RuleNode> elements() {
    if (isAbsent()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw fault("is " + value + "; write a list");
    }
    List<RuleNode> nodes = new ArrayList<>();
    value.forEach(node -> nodes.add(new RuleNode(path + "[" + nodes.size() + "]", node)));
    return nodes;
  }

  /** Days of the week, at least one. */
  public Set<DayOfWeek> weekdays() {
    List<RuleNode> days = elements();
    if (days.isEmpty()) {
      throw fault("is empty; name at least one day, such as monday");
    }
    return days.stream()
        .map(
            day ->
                day.parsed(
                    "a day such as monday",
                    text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT))))
        .collect(Collectors.toSet());
  }

  /** Days of the calendar; none when absent. */
  public Set<LocalDate> dates() {
    return elements().stream()
        .map(day -> day.parsed("a date in quotes, such as \"2026-12-25\"", LocalDate::parse))
        .collect(Collectors.toSet());
  }

  /** What stands below it, by name; nothing when absent. */
  public Map<String, RuleNode> entries() {
    Map<String, RuleNode> nodes = new LinkedHashMap<>();
    if (!isAbsent() && !value.isObject()) {
      throw fault("is " + value + "; write a block of names and values");
    }
    value.fieldNames().forEachRemaining(name -> nodes.put(name, get(name)));
    return nodes;
  }

  /** The fault that the value cannot be followed, and what to write. */
  public RuleFault fault(String problem) {
    return new RuleFault(path, problem);
  }

  private static JsonNode absent() {
    return MissingNode.getInstance();
  }
}
