package io.serai.hub;

import io.serai.database.Database;
import io.serai.delivery.Delivery;
import io.serai.webhook.Sending;
import io.serai.webhook.Sending.Failure;
import io.serai.webhook.Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bean {@code subscriptions}: those who have subscribed are posted what they are owed. */
public final class SubscriptionDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionDesk.class);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  // The world's, not the orders': receivers compare it with their own, and refuse what is minutes
  // old.
  private final Clock clock = Clock.systemUTC();
  private final Database database;
  private final Sending sending;
  private final WebhookPost post;

  SubscriptionDesk(Database database, Sending sending, WebhookPost post) {
    this.database = database;
    this.sending = sending;
    this.post = post;
  }

  /** The names of those for whom something is due; this hub alone serves them now. */
  public List<String> due() {
    return database.inTransaction(sending::claim);
  }

  /** The next message, as the body and the delivery; with none, the property more is false. */
  public void next(@ExchangeProperty("subscription") String subscription, Exchange exchange) {
    Optional<Sending.Message> message =
        database.inTransaction(handle -> sending.next(handle, subscription));
    exchange.setProperty("more", message.isPresent());
    message.ifPresent(
        found -> {
          exchange.setProperty("delivery", found.delivery());
          exchange.getMessage().setBody(found);
        });
  }

  /**
   * Posts a message.
   *
   * @return what the receiver has answered, shortly
   * @throws NotTaken when it has not taken it
   */
  public String post(Sending.Message message) {
    byte[] body = message.event().document().toString().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Signing.headers(message.event().event().id(), clock.instant(), body, message.secrets());
    try {
      WebhookPost.Answer answer = post.post(message.url(), headers, body);
      String said =
          "HTTP " + answer.status() + (answer.text().isEmpty() ? "" : ": " + answer.text());
      if (answer.status() / 100 != 2) {
        throw new NotTaken(failure(answer, said));
      }
      return said;
    } catch (IOException | IllegalArgumentException e) {
      throw new NotTaken(new Failure.NotTaken("No answer: " + e.getMessage(), Optional.empty()));
    }
  }

  /** The message was taken. */
  public void taken(@ExchangeProperty("delivery") Delivery delivery, String answer) {
    database.useTransaction(handle -> sending.taken(handle, delivery, answer));
  }

  /** The message was not taken; nothing more is sent for now. */
  public void failed(
      @ExchangeProperty("delivery") Delivery delivery,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause,
      Exchange exchange) {
    Failure failure =
        cause instanceof NotTaken notTaken
            ? notTaken.failure
            : new Failure.NotTaken(String.valueOf(cause.getMessage()), Optional.empty());
    LOG.info("Attempt {} of {} failed: {}", delivery.attempts(), delivery.key(), failure.text());
    database.useTransaction(handle -> sending.failed(handle, delivery, failure));
  }

  /** This hub serves a subscription no longer for now. */
  public void release(@ExchangeProperty("subscription") String subscription) {
    database.useTransaction(handle -> sending.release(handle, subscription));
  }

  /** Lets go of what this hub had claimed when it was stopped. */
  void reclaim() {
    database.useTransaction(sending::reclaim);
  }

  private Failure failure(WebhookPost.Answer answer, String said) {
    if (answer.status() == 410) {
      return new Failure.Gone(said);
    }
    String hint = answer.status() / 100 == 3 ? " (redirects are not followed)" : "";
    return new Failure.NotTaken(said + hint, answer.retryAfter().flatMap(this::wait));
  }

  // RFC 9110, 10.2.3: seconds, or a date.
  private Optional<Duration> wait(String header) {
    try {
      Duration wait =
          header.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(header))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A receiver has not taken a message. */
  static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    NotTaken(Failure failure) {
      super(failure.text());
      this.failure = failure;
    }
  }
}
