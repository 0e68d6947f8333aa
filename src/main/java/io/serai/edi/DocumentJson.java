package io.serai.edi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.StockItem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * Canonical documents as JSON, by the schemas under {@code schema/documents}. What is empty is left
 * out; quantities and amounts are text, so that no reader makes a double of them.
 */
public final class DocumentJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DocumentJson() {}

  /** A document, with its kind as {@code document}. */
  public static ObjectNode of(EdiDocument document) {
    ObjectNode json = JSON.objectNode().put("document", document.kind());
    return json.setAll(object((Record) document));
  }

  /** An item of a stock advice. */
  public static ObjectNode of(StockItem item) {
    ObjectNode json = JSON.objectNode().put("document", "stockItem");
    return json.setAll(object(item));
  }

  private static ObjectNode object(Record record) {
    ObjectNode json = JSON.objectNode();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      JsonNode value = value(get(record, component));
      if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
        json.set(component.getName(), value);
      }
    }
    return json;
  }

  private static Object get(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record that cannot be read: " + component, e);
    }
  }

  private static JsonNode value(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(DocumentJson::value).orElse(JSON.nullNode());
    }
    if (value instanceof Collection<?> many) {
      ArrayNode array = JSON.arrayNode();
      many.forEach(each -> array.add(value(each)));
      return array;
    }
    if (value instanceof Record record) {
      return object(record);
    }
    if (value instanceof Integer number) {
      return JSON.numberNode(number);
    }
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    return text.isEmpty() ? JSON.nullNode() : JSON.textNode(text);
  }
}
