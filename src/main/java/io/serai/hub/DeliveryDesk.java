package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.database.Database;
import io.serai.delivery.Attempts;
import io.serai.delivery.Attempts.Next;
import io.serai.delivery.Delivery;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Rejected;
import io.serai.delivery.TryLater;
import io.serai.document.DocumentStore;
import io.serai.exchange.CancellationRequests;
import io.serai.exchange.PurchaseOrders;
import io.serai.interchange.OwedAcknowledgments;
import io.serai.interchange.SentInterchanges;
import io.serai.metrics.Meters;
import io.serai.metrics.Meters.Outcome;
import io.serai.trace.OrderTraces;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bean {@code deliveries}: what is owed to the outside is taken, sent and marked. */
public final class DeliveryDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);
  private static final int BATCH = 200;

  private final Database database;
  private final DeliveryStore deliveries;
  private final DocumentStore documents;
  private final PurchaseOrders purchaseOrders;
  private final CancellationRequests cancellationRequests;
  private final SentInterchanges sentInterchanges;
  private final Meters meters;
  private final OrderTraces traces;

  DeliveryDesk(
      Database database,
      DeliveryStore deliveries,
      DocumentStore documents,
      PurchaseOrders purchaseOrders,
      CancellationRequests cancellationRequests,
      SentInterchanges sentInterchanges,
      Meters meters,
      OrderTraces traces) {
    this.database = database;
    this.deliveries = deliveries;
    this.documents = documents;
    this.purchaseOrders = purchaseOrders;
    this.cancellationRequests = cancellationRequests;
    this.sentInterchanges = sentInterchanges;
    this.meters = meters;
    this.traces = traces;
  }

  /** Claims the next deliveries of a kind that are due for an account. */
  public List<Delivery> take(String kind, String account) {
    return taken(database.inTransaction(handle -> deliveries.take(handle, kind, account, BATCH)));
  }

  /** Claims the next files that are due for a supplier, whatever they are. */
  public List<Delivery> takeFiles(String supplier) {
    return taken(database.inTransaction(handle -> deliveries.takeFiles(handle, supplier, BATCH)));
  }

  private List<Delivery> taken(List<Delivery> claimed) {
    traces.taken(claimed);
    return claimed;
  }

  /** Claims the next stock that is due for a channel, of each SKU in its order. */
  public List<Delivery> takeStock(String channel) {
    return database.inTransaction(handle -> deliveries.takeStock(handle, channel, BATCH));
  }

  /** Claims the next news of orders that are due for a channel, one of each order. */
  public List<Delivery> takeNews(String channel) {
    return database.inTransaction(handle -> deliveries.takeNews(handle, channel, BATCH));
  }

  /** Takes back what this hub was sending when it was stopped. */
  void reclaim() {
    int units = database.inTransaction(deliveries::reclaim);
    if (units > 0) {
      LOG.info("{} deliveries were under way when the hub was stopped; they are sent again", units);
    }
  }

  /** What a delivery says. */
  public JsonNode payload(Delivery delivery) {
    return delivery.payload();
  }

  /** The bytes of the document that a delivery sends. */
  public byte[] content(@ExchangeProperty("delivery") Delivery delivery) {
    return database.inTransaction(
        handle -> documents.get(handle, delivery.documentId().orElseThrow()).content());
  }

  /**
   * The effect has been had.
   *
   * @param note why the other side no longer wants it, from a connector that found so; absent else
   */
  public void done(
      @ExchangeProperty("delivery") Delivery delivery, @Header("deliveryNote") String note) {
    database.useTransaction(
        handle -> {
          if (delivery.kind().equals("purchase-order")) {
            purchaseOrders.sent(handle, delivery);
          } else if (delivery.kind().equals("cancellation-request")) {
            cancellationRequests.sent(handle, delivery);
          } else if (delivery.kind().equals(OwedAcknowledgments.KIND)) {
            documents.sent(handle, delivery.documentId().orElseThrow());
            deliveries.done(handle, delivery.id());
          } else if (note != null && !note.isBlank()) {
            deliveries.doneWithout(handle, delivery.id(), note);
          } else {
            deliveries.doneForNow(handle, delivery.id());
          }
          sentInterchanges.sent(handle, delivery);
          traces.attempted(handle, delivery, "");
        });
    count(delivery, Outcome.DONE);
  }

  /** The attempt has failed: it is made again later, or a person looks. */
  public void failed(
      @ExchangeProperty("delivery") Delivery delivery,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
    Throwable reason = reason(cause);
    String fault = delivery.kind() + " to " + delivery.account() + ": " + reason.getMessage();
    if (reason instanceof TryLater later && later.waiting().isPresent()) {
      postpone(delivery, fault, later);
      return;
    }
    Next next = Attempts.after(delivery.attempts(), reason);
    LOG.warn(
        "Attempt {} of {} failed: {}", delivery.attempts(), delivery.key(), reason.getMessage());
    database.useTransaction(
        handle -> {
          if (next instanceof Next.Retry retry) {
            deliveries.retry(handle, delivery.id(), fault, atLeast(retry.after(), cause));
          } else if (next instanceof Next.Quarantine quarantine) {
            deliveries.quarantine(handle, delivery.id(), fault, quarantine.cure());
          }
          traces.attempted(handle, delivery, fault);
        });
    count(delivery, next instanceof Next.Retry ? Outcome.RETRIED : Outcome.QUARANTINED);
  }

  private void count(Delivery delivery, Outcome outcome) {
    meters.attempt(delivery.kind(), delivery.account(), outcome);
  }

  private void postpone(Delivery delivery, String fault, TryLater later) {
    Duration wait = later.waiting().orElseThrow();
    LOG.debug("{} waits {} ms: {}", delivery.key(), wait.toMillis(), later.getMessage());
    database.useTransaction(
        handle -> deliveries.postpone(handle, delivery.id(), fault, wait, later.isBegun()));
    count(delivery, Outcome.POSTPONED);
  }

  // An answer that repeats will not change is for a person at once: the request itself is at fault.
  private static Throwable reason(Exception cause) {
    if (cause instanceof HttpOperationFailedException http && isRefusal(http.getStatusCode())) {
      return new Rejected(
          "HTTP "
              + http.getStatusCode()
              + " from "
              + http.getUri()
              + ": "
              + http.getResponseBody());
    }
    Throwable root = cause;
    while (root.getCause() != null && !(root instanceof Rejected || root instanceof TryLater)) {
      root = root.getCause();
    }
    return root;
  }

  private static boolean isRefusal(int status) {
    return status >= 400
        && status < 500
        && status != 401
        && status != 408
        && status != 425
        && status != 429;
  }

  private static Duration atLeast(Duration wait, Exception cause) {
    if (cause instanceof HttpOperationFailedException http && http.getResponseHeaders() != null) {
      String retryAfter = http.getResponseHeaders().getOrDefault("Retry-After", "");
      if (retryAfter.matches("[0-9]{1,5}")) {
        Duration asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        return asked.compareTo(wait) > 0 ? asked : wait;
      }
    }
    return wait;
  }
}
