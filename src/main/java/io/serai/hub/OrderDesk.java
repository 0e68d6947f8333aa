package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.database.Database;
import io.serai.database.Outage;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.document.Refused;
import io.serai.intake.OrderIntake;
import io.serai.intake.Submission;
import io.serai.log.Subject;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import io.serai.metrics.Meters;
import io.serai.order.OrderReader;
import io.serai.trace.OrderTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bean {@code orders}: a channel's own form of an order becomes the canonical one, and is taken in.
 */
public final class OrderDesk {
  private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

  private static final int MOST_LINES_TOGETHER = 400;

  private final Database database;
  private final DocumentStore documents;
  private final OrderIntake intake;
  private final ConnectorCatalog connectors;
  private final Meters meters;
  private final OrderTraces traces;
  private final Map<String, Jq> mappings = new ConcurrentHashMap<>();

  OrderDesk(
      Database database,
      DocumentStore documents,
      OrderIntake intake,
      ConnectorCatalog connectors,
      Meters meters,
      OrderTraces traces) {
    this.database = database;
    this.documents = documents;
    this.intake = intake;
    this.connectors = connectors;
    this.meters = meters;
    this.traces = traces;
  }

  /**
   * The canonical JSON of an order, by its connector's {@code order.jq}; nothing when there is
   * nothing to ship in it.
   *
   * @throws Refused when it cannot be mapped
   */
  public JsonNode canonical(Document document, @ExchangeProperty("connector") String connector) {
    Jq mapping = mappings.computeIfAbsent(connector, this::mapping);
    try {
      List<JsonNode> orders =
          mapping.apply(Json.read(document.name(), document.content()), Map.of());
      return orders.isEmpty() ? null : orders.get(0);
    } catch (MappingFault e) {
      throw new Refused(
          "order " + document.name() + " of " + document.account() + ": " + e.getMessage(),
          "Correct the order at the channel, or the mapping, and replay.");
    }
  }

  /**
   * The order with its document, ready to be taken in; the body is the canonical JSON, as steps
   * before may have changed it.
   */
  public Submission submission(
      @ExchangeProperty("document") Document document, JsonNode canonical) {
    return new Submission(document.id(), OrderReader.read(document.account(), canonical));
  }

  /**
   * Takes orders in together; when that fails, one by one, so that one bad order holds up no other.
   * When the database fails, the orders wait.
   */
  public void accept(List<Submission> batch) {
    List<Submission> orders =
        batch == null ? List.of() : batch.stream().filter(Objects::nonNull).toList();
    if (orders.isEmpty()) {
      return;
    }
    for (List<Submission> together : inTransactions(orders)) {
      acceptTogether(together);
    }
  }

  // A transaction holds the offers of all its SKUs, and everybody else waits for them: it is kept
  // short.
  private static List<List<Submission>> inTransactions(List<Submission> orders) {
    List<List<Submission>> parts = new ArrayList<>();
    int lines = MOST_LINES_TOGETHER;
    for (Submission order : orders) {
      if (lines + order.order().lines().size() > MOST_LINES_TOGETHER) {
        parts.add(new ArrayList<>());
        lines = 0;
      }
      parts.get(parts.size() - 1).add(order);
      lines += order.order().lines().size();
    }
    return parts;
  }

  private void acceptTogether(List<Submission> orders) {
    try {
      meters.intake(() -> take(orders));
    } catch (RuntimeException together) {
      LOG.warn(
          "{} orders could not be taken in together, now one by one: {}",
          orders.size(),
          together.getMessage());
      orders.forEach(this::acceptAlone);
    }
  }

  private void take(List<Submission> orders) {
    List<Long> documents = orders.stream().map(Submission::documentId).toList();
    traces.end(
        database.inTransaction(
            handle -> {
              intake.accept(handle, orders);
              return traces.takenIn(handle, documents);
            }));
  }

  private void acceptAlone(Submission order) {
    try (Subject named = Subject.ofOrder(order.order().channel(), order.order().number())) {
      acceptNamed(order);
    }
  }

  private void acceptNamed(Submission order) {
    try {
      take(List.of(order));
    } catch (RuntimeException alone) {
      if (Outage.isBehind(alone)) {
        throw alone;
      }
      LOG.error(
          "Order {} of {} cannot be taken in",
          order.order().number(),
          order.order().channel(),
          alone);
      database.useTransaction(
          handle ->
              documents.quarantine(
                  handle,
                  order.documentId(),
                  "order "
                      + order.order().number()
                      + " of "
                      + order.order().channel()
                      + ": "
                      + alone.getMessage(),
                  "Read the hub's log at this time for the cause; replay when it is mended."));
    }
  }

  private Jq mapping(String name) {
    Connector connector = connectors.find(ConnectorKind.CHANNEL, name).orElseThrow();
    return Jq.load(connector.folder().resolve("order.jq"));
  }
}
