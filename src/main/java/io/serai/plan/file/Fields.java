package io.serai.plan.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * One JSON object of a {@link TreeFile}, whose fields are read with a fault that names the line.
 */
record Fields(TreeFile file, int value, String pointer, JsonNode node) {
  Fields {
    if (!node.isObject()) {
      throw file.fault(value, pointer, "is " + brief(node) + "; write an object, {...}");
    }
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  String text(String name) {
    JsonNode field = node.path(name);
    if (!field.isValueNode() || field.isNull() || field.asText().isBlank()) {
      throw fault(name, "has no " + name + "; write \"" + name + "\": \"...\"");
    }
    return field.asText();
  }

  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  int whole(String name, int least) {
    JsonNode field = node.path(name);
    if (!field.canConvertToInt() || !field.isIntegralNumber() || field.intValue() < least) {
      throw fault(
          name, name + " is " + brief(field) + "; write a whole number, " + least + " or more");
    }
    return field.intValue();
  }

  int whole(String name, int least, int otherwise) {
    return has(name) ? whole(name, least) : otherwise;
  }

  BigDecimal amount(String name) {
    if (!has(name)) {
      return BigDecimal.ZERO;
    }
    try {
      BigDecimal amount = new BigDecimal(node.path(name).asText());
      if (amount.signum() >= 0) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // The fault below says what to write.
    }
    throw fault(
        name,
        name
            + " is "
            + brief(node.path(name))
            + "; write an amount of 0 or more, such as \"4.10\"");
  }

  LocalDate date(String name) {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeParseException e) {
      throw fault(
          name, name + " is " + brief(node.path(name)) + "; write a date such as \"2026-12-01\"");
    }
  }

  Fields object(String name) {
    return new Fields(file, value, pointer + "/" + name, node.path(name));
  }

  List<Fields> objects(String name) {
    JsonNode list = node.path(name);
    if (!list.isArray() || list.isEmpty()) {
      throw fault(name, "has no " + name + "; write \"" + name + "\": [{...}] with at least one");
    }
    List<Fields> objects = new java.util.ArrayList<>();
    for (JsonNode element : list) {
      objects.add(new Fields(file, value, pointer + "/" + name + "/" + objects.size(), element));
    }
    return objects;
  }

  void onlyKnown(List<String> known) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw fault(name, "\"" + name + "\" is not known here; write one of " + known);
              }
            });
  }

  InputFault fault(String name, String problem) {
    return file.fault(value, name.isEmpty() ? pointer : pointer + "/" + name, problem);
  }

  private static String brief(JsonNode node) {
    String text = node.isMissingNode() ? "missing" : node.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
