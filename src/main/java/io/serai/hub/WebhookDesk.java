package io.serai.hub;

import io.serai.api.Notification;
import io.serai.api.WebhookAccount;
import io.serai.api.WebhookAccount.Heard;
import io.serai.database.Database;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.delivery.Rejected;
import io.serai.document.Arrival;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.document.Refused;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bean {@code webhooks}: channels notify the hub. What is proven is stored as it came before it is
 * answered; what it says is read afterwards.
 */
public final class WebhookDesk {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDesk.class);
  private static final String CURE =
      "Correct the connector's webhooks, or what is sent here, and replay. The poll brings the order in any case.";

  private final Database database;
  private final DocumentStore documents;
  private final DeliveryStore deliveries;
  private final OrderArrivals orders;
  private final Map<String, WebhookAccount> accounts;
  private final Map<String, AtomicLong> refused = new ConcurrentHashMap<>();

  WebhookDesk(
      Database database,
      DocumentStore documents,
      DeliveryStore deliveries,
      Map<String, WebhookAccount> accounts) {
    this.database = database;
    this.documents = documents;
    this.deliveries = deliveries;
    this.orders = new OrderArrivals(documents);
    this.accounts = accounts;
  }

  /**
   * Stores a notification and answers 200, the second time too; 404 for a channel that takes none,
   * 401 without its proof.
   */
  public void receive(Exchange exchange) {
    WebhookRequest request = WebhookRequest.of(exchange);
    WebhookAccount account = accounts.get(request.channel());
    if (account == null) {
      request.answer(404);
    } else if (!account.isGenuine(request.notification())) {
      count(request.channel());
      request.answer(401);
    } else {
      if (account.isWanted(request.notification())) {
        store(request.channel(), account.id(request.notification()), request.notification());
      }
      request.answer(200);
    }
  }

  /** Asks the sender to come again: the notification could not be stored. */
  public void excuse(
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause, Exchange exchange) {
    // The root alone: what stands above it may quote the statement, and what was sent with it.
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    LOG.error(
        "A notification could not be stored, and its sender is to repeat it: {}", root.toString());
    WebhookRequest.of(exchange).answer(503);
  }

  /**
   * Reads a notification: orders in it are stored, news of orders are owed to be fetched, and all
   * that waits already is not owed twice.
   *
   * @throws Refused when it cannot be read
   */
  public void read(@ExchangeProperty("document") Document document) {
    Heard heard = hear(document);
    database.useTransaction(
        handle -> {
          if (documents.claim(handle, List.of(document.id())).isEmpty()) {
            return;
          }
          heard.orders().forEach(order -> orders.receive(handle, document.account(), order));
          heard.news().forEach(order -> owe(handle, document, order));
          if (heard.orders().isEmpty() && heard.news().isEmpty()) {
            documents.ignored(handle, document.id(), "it is not about an order of this channel");
          } else {
            documents.applied(handle, List.of(document.id()));
          }
        });
  }

  private Heard hear(Document document) {
    String what = "notification " + document.name() + " of " + document.account();
    WebhookAccount account =
        Optional.ofNullable(accounts.get(document.account()))
            .orElseThrow(() -> new Refused(what + ": the channel takes none any more", CURE));
    try {
      return account.hear(what, document.content());
    } catch (MappingFault | Rejected unreadable) {
      throw new Refused(what + ": " + unreadable.getMessage(), CURE);
    }
  }

  private void owe(Handle handle, Document document, String order) {
    if (!deliveries.willFetch(handle, document.account(), order)) {
      deliveries.owe(
          handle,
          List.of(
              new Owed(
                  "order-news",
                  document.account(),
                  "order-news:" + document.account() + ":" + order + ":" + document.id(),
                  Optional.empty(),
                  Optional.of(document.id()),
                  Json.object().put("order", order))));
    }
  }

  private void store(String channel, String id, Notification notification) {
    String key = "notification:" + channel + ":" + id;
    database.useTransaction(
        handle ->
            documents.receive(
                handle, new Arrival("notification", channel, key, id, notification.body())));
  }

  /** A line in the log for the first, the second, the fourth and so on: it is no flood. */
  private void count(String channel) {
    long times = refused.computeIfAbsent(channel, none -> new AtomicLong()).incrementAndGet();
    if (Long.bitCount(times) == 1) {
      LOG.warn(
          "{} notifications for channel {} were refused since the start: they are not proven by its secret. Compare the secret in serai.yaml with the sender's",
          times,
          channel);
    }
  }
}
