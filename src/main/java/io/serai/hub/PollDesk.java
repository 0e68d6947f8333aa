package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.Availability;
import io.serai.channel.PollStore;
import io.serai.database.Database;
import io.serai.document.Arrival;
import io.serai.document.DocumentStore;
import io.serai.mapping.Digest;
import io.serai.mapping.MappingFault;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Bean {@code polls}: pages of a channel come in; the cursor moves only with what it passes. */
public final class PollDesk {
  private final Database database;
  private final PollStore polls;
  private final DocumentStore documents;
  private final OrderArrivals orders;
  private final Availability availability;

  PollDesk(Database database, PollStore polls, DocumentStore documents, Availability availability) {
    this.database = database;
    this.polls = polls;
    this.documents = documents;
    this.orders = new OrderArrivals(documents);
    this.availability = availability;
  }

  /** The cursor of the last page of orders that is stored; empty before the first. */
  public String cursor(@ExchangeProperty("channel") String channel) {
    return database.inTransaction(handle -> polls.cursor(handle, channel, "orders"));
  }

  /**
   * Stores a page of orders and moves the cursor past it.
   *
   * @param page {@code {"orders": [{"number", "revision", "order"}], "cursor": "...", "more":
   *     true}}
   * @return whether the channel has more
   */
  public boolean store(@ExchangeProperty("channel") String channel, JsonNode page) {
    database.useTransaction(
        handle -> {
          page.path("orders").forEach(order -> orders.receive(handle, channel, order));
          polls.move(handle, channel, "orders", page.path("cursor").asText());
        });
    return page.path("more").asBoolean();
  }

  /**
   * Stores an order that a notification has named; the cursor stays, and the poll meets it again.
   *
   * @param page {@code {"orders": [{"number", "revision", "order"}]}}
   */
  public void take(@ExchangeProperty("channel") String channel, JsonNode page) {
    database.useTransaction(
        handle -> page.path("orders").forEach(order -> orders.receive(handle, channel, order)));
  }

  /**
   * Puts what a channel answered before a person, when it is no page; the cursor stays and the poll
   * is repeated.
   */
  public void refuse(
      @ExchangeProperty("channel") String channel,
      @Body Object answered,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault) {
    // A refusal quotes the answer; what a mapping could not read is the body still.
    Object shown =
        fault instanceof MappingFault && answered != null ? answered : fault.getMessage();
    byte[] answer = String.valueOf(shown).getBytes(StandardCharsets.UTF_8);
    database.useTransaction(
        handle ->
            documents.quarantine(
                handle,
                new Arrival(
                    "order-page",
                    channel,
                    "order-page:" + channel + ":" + Digest.of(answer),
                    "page of orders",
                    answer),
                "channel " + channel + " answered with no page of orders: " + fault.getMessage(),
                "Nothing is lost: the page is asked for again. If it goes on, look at the answer and at the channel's status page."));
  }

  /** Owes the channel the stock that has changed, a page a transaction. */
  public void oweStock(@ExchangeProperty("channel") String channel) {
    boolean more;
    do {
      more = database.inTransaction(handle -> availability.owe(handle, channel));
    } while (more);
  }
}
