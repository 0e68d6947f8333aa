package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Facts as JSON: a record is an object of its components, what is empty is left out, and an amount
 * is a text, since numbers lose cents.
 */
final class Shape {
  private Shape() {}

  static ObjectNode of(Record record) {
    ObjectNode object = Json.object();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      put(object, component.getName(), part(record, component));
    }
    return object;
  }

  static ArrayNode list(Collection<?> values) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    values.forEach(each -> array.add(json(each)));
    return array;
  }

  private static void put(ObjectNode object, String name, Object value) {
    if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(present -> put(object, name, present));
    } else if (value instanceof OptionalInt maybe) {
      maybe.ifPresent(present -> object.put(name, present));
    } else if (value != null) {
      object.set(name, json(value));
    }
  }

  private static JsonNode json(Object value) {
    if (value instanceof Record record) {
      return of(record);
    }
    if (value instanceof Collection<?> list) {
      return list(list);
    }
    if (value instanceof BigDecimal amount) {
      return Json.MAPPER.valueToTree(amount.toPlainString());
    }
    if (value instanceof Enum<?> word) {
      return Json.MAPPER.valueToTree(word.name().toLowerCase(Locale.ROOT));
    }
    return value instanceof Number || value instanceof Boolean
        ? Json.MAPPER.valueToTree(value)
        : Json.MAPPER.valueToTree(value.toString());
  }

  private static Object part(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
