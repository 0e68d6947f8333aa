package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.PushedOffers;
import io.serai.mapping.Json;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What a document says in the hub's own words: an order as its connector maps it, a supplier's file
 * as its format reads it now. A stock file is read row by row only, and not shown so.
 */
final class CanonicalDocuments {
  private static final int LARGEST = 256 * 1024;

  private final DocumentStore documents;
  private final Map<String, DocumentFormat> formats;
  private final Function<Document, Optional<JsonNode>> orders;

  /**
   * The documents of a hub.
   *
   * @param orders how the document of an order is mapped
   */
  CanonicalDocuments(
      DocumentStore documents,
      Map<String, DocumentFormat> formats,
      Function<Document, Optional<JsonNode>> orders) {
    this.documents = documents;
    this.formats = formats;
    this.orders = orders;
  }

  /** A document, as JSON; empty where it has no other form, or cannot be read. */
  Optional<String> of(Handle handle, long id) {
    Document document = documents.get(handle, id);
    if (document.content().length == 0 || document.content().length > LARGEST) {
      return Optional.empty();
    }
    try {
      return read(document).map(JsonNode::toPrettyString);
    } catch (RuntimeException unreadable) {
      // The document's own fault says why.
      return Optional.empty();
    }
  }

  private Optional<JsonNode> read(Document document) {
    if (document.kind().equals("order")) {
      return orders.apply(document);
    }
    if (document.kind().equals(PushedOffers.KIND)) {
      return Optional.of(Json.read(document.name(), document.content()));
    }
    return Optional.ofNullable(formats.get(document.account()))
        .filter(format -> document.kind().equals("supplier-file"))
        .filter(format -> !format.isStockAdvice(document.name()))
        .map(format -> json(format.read(document.name(), document.content())));
  }

  private static JsonNode json(Object value) {
    if (value instanceof Record record) {
      ObjectNode object = Json.object();
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        object.set(component.getName(), json(part(record, component)));
      }
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = Json.MAPPER.createArrayNode();
      list.forEach(each -> array.add(json(each)));
      return array;
    }
    if (value instanceof Optional<?> maybe) {
      return maybe.map(CanonicalDocuments::json).orElse(Json.MAPPER.nullNode());
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
