package io.serai.webhook;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.delivery.Delivery;
import io.serai.delivery.DeliveryStore;
import io.serai.event.Event;
import io.serai.event.EventStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Sends each subscriber what it is owed: one hub at a time serves a subscription, message by
 * message, so that one order's events go in their order and a slow receiver slows nobody else.
 * Times here are the database's, since they concern the outside as it is.
 */
public final class Sending {
  private static final Duration CLAIM = Duration.ofMinutes(5);
  private static final int LONGEST_FAULT = 500;

  private final String hub;
  private final DeliveryStore deliveries;
  private final EventStore events;
  private final SubscriptionStore store;
  private final Alerts alerts;
  private final SecretBox box;
  private final Duration pauseAfter;

  /**
   * Sending by one hub.
   *
   * @param pauseAfter how long a subscription may take nothing before it is paused
   */
  public Sending(
      String hub,
      DeliveryStore deliveries,
      EventStore events,
      SubscriptionStore store,
      Alerts alerts,
      SecretBox box,
      Duration pauseAfter) {
    this.hub = hub;
    this.deliveries = deliveries;
    this.events = events;
    this.store = store;
    this.alerts = alerts;
    this.box = box;
    this.pauseAfter = pauseAfter;
  }

  /**
   * A message that is to be posted now.
   *
   * @param secrets by which it is signed, the newest first
   */
  public record Message(Delivery delivery, String url, Event.Kept event, List<byte[]> secrets) {}

  /** How an attempt has failed. */
  public sealed interface Failure {
    /** What a person reads of it. */
    String text();

    /**
     * It was not taken.
     *
     * @param peace how long the receiver wants to be left in peace, if it says so
     */
    record NotTaken(String text, Optional<Duration> peace) implements Failure {}

    /** The receiver wants no more messages: HTTP 410. */
    record Gone(String text) implements Failure {}
  }

  /** Claims all subscriptions for which something is due. */
  public List<String> claim(Handle handle) {
    return handle
        .createQuery(
            """
            update subscription set claimed_by = :hub, claimed_until = now() + cast(:claim as interval)
            where name in (
              select name from subscription s
              where not paused and (claimed_until is null or claimed_until < now())
                and (quiet_until is null or quiet_until <= now())
                and exists (
                  select 1 from delivery d where d.kind = 'webhook' and d.account = s.name
                    and (d.state = 'owed' and d.due_at <= now() or d.state = 'sending' and d.claimed_until < now()))
              for update skip locked)
            returning name""")
        .bind("hub", hub)
        .bind("claim", CLAIM.toSeconds() + " seconds")
        .mapTo(String.class)
        .list();
  }

  /** Takes the next message of a claimed subscription; empty when it is to be left for now. */
  public Optional<Message> next(Handle handle, String name) {
    if (!keepsClaim(handle, name)) {
      return Optional.empty();
    }
    return deliveries.takeWebhooks(handle, name, 1).stream()
        .findFirst()
        .flatMap(delivery -> message(handle, name, delivery));
  }

  /** Lets go of a claimed subscription. */
  public void release(Handle handle, String name) {
    handle
        .createUpdate(
            """
            update subscription set claimed_by = null, claimed_until = null
            where name = :name and claimed_by = :hub""")
        .bind("name", name)
        .bind("hub", hub)
        .execute();
  }

  /** Lets go of what this hub had claimed when it was stopped. */
  public void reclaim(Handle handle) {
    handle
        .createUpdate(
            "update subscription set claimed_by = null, claimed_until = null where claimed_by = :hub")
        .bind("hub", hub)
        .execute();
  }

  /**
   * The receiver has taken a message. If it had failed for some time, what waits goes at once.
   *
   * @param answer what it said, shortly
   */
  public void taken(Handle handle, Delivery delivery, String answer) {
    deliveries.doneWithout(handle, delivery.id(), answer);
    boolean hadFailed =
        handle
            .createQuery(
                "select failing_since < now() - interval '1 minute' from subscription where name = :name")
            .bind("name", delivery.account())
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false);
    handle
        .createUpdate(
            """
            update subscription set succeeded_at = now(), fault = '', failing_since = null, failures = 0,
              quiet_until = null
            where name = :name""")
        .bind("name", delivery.account())
        .execute();
    if (hadFailed) {
      store.hasten(handle, delivery.account());
    }
  }

  /** An attempt has failed: it is made again later, or the subscription pauses. */
  public void failed(Handle handle, Delivery delivery, Failure failure) {
    String text = shortened(failure.text());
    int failures = note(handle, delivery.account(), text);
    Optional<Duration> wait = Patience.afterAttempts(delivery.attempts());
    Optional<Duration> asked =
        failure instanceof Failure.NotTaken notTaken ? notTaken.peace() : Optional.empty();
    if (failure instanceof Failure.Gone) {
      deliveries.retry(handle, delivery.id(), text, Duration.ZERO);
      pause(handle, delivery.account(), "Its receiver says that it is gone: " + text);
    } else if (wait.isPresent()) {
      deliveries.retry(handle, delivery.id(), text, longer(wait.get(), asked));
      quiet(handle, delivery.account(), longer(Patience.quiet(failures), asked));
    } else {
      deliveries.quarantine(
          handle,
          delivery.id(),
          text,
          "It failed "
              + delivery.attempts()
              + " times within three days. Mend the receiver, then replay it.");
    }
    pauseIfDead(handle, delivery.account(), text);
  }

  private Optional<Message> message(Handle handle, String name, Delivery delivery) {
    try {
      return signable(handle, name, delivery);
    } catch (SecretBox.WrongKey fault) {
      deliveries.retry(handle, delivery.id(), fault.getMessage(), Duration.ZERO);
      pause(handle, name, fault.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Message> signable(Handle handle, String name, Delivery delivery) {
    Optional<Event.Kept> event = events.find(handle, delivery.payload().path("event").asText());
    if (event.isEmpty()) {
      deliveries.doneWithout(handle, delivery.id(), "The event is kept no longer.");
      return next(handle, name);
    }
    return handle
        .createQuery(
            """
            select url, secret, case when old_secret_until > now() then old_secret end as old
            from subscription where name = :name""")
        .bind("name", name)
        .map(
            (row, context) -> {
              List<byte[]> secrets = new ArrayList<>();
              secrets.add(box.unlock(name, row.getBytes("secret")));
              oldSecret(name, row.getBytes("old")).ifPresent(secrets::add);
              return new Message(delivery, row.getString("url"), event.get(), secrets);
            })
        .findOne();
  }

  // After the loss of the key a new secret cures; the old one, which cannot be read, is in nobody's
  // way.
  private Optional<byte[]> oldSecret(String name, byte[] locked) {
    try {
      return Optional.ofNullable(locked).map(old -> box.unlock(name, old));
    } catch (SecretBox.WrongKey lost) {
      return Optional.empty();
    }
  }

  private boolean keepsClaim(Handle handle, String name) {
    return handle
            .createUpdate(
                """
                update subscription set claimed_until = now() + cast(:claim as interval)
                where name = :name and claimed_by = :hub and not paused
                  and (quiet_until is null or quiet_until <= now())""")
            .bind("name", name)
            .bind("hub", hub)
            .bind("claim", CLAIM.toSeconds() + " seconds")
            .execute()
        > 0;
  }

  private static int note(Handle handle, String name, String fault) {
    return handle
        .createQuery(
            """
            update subscription set failed_at = now(), fault = :fault, failures = failures + 1,
              failing_since = coalesce(failing_since, now())
            where name = :name returning failures""")
        .bind("name", name)
        .bind("fault", fault)
        .mapTo(Integer.class)
        .findOne()
        .orElse(1);
  }

  private static void quiet(Handle handle, String name, Duration wait) {
    handle
        .createUpdate(
            "update subscription set quiet_until = now() + cast(:wait as interval) where name = :name")
        .bind("name", name)
        .bind("wait", wait.toMillis() + " milliseconds")
        .execute();
  }

  private void pauseIfDead(Handle handle, String name, String fault) {
    boolean isDead =
        handle
            .createQuery(
                """
                select not paused and failing_since < now() - cast(:after as interval)
                from subscription where name = :name""")
            .bind("name", name)
            .bind("after", pauseAfter.toSeconds() + " seconds")
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false);
    if (isDead) {
      pause(handle, name, "It has taken nothing for " + pauseAfter.toDays() + " days: " + fault);
    }
  }

  private void pause(Handle handle, String name, String why) {
    store.pause(handle, name, why);
    String at =
        handle.createQuery("select to_char(now(), 'YYYYMMDDHH24MI')").mapTo(String.class).one();
    alerts.raise(
        handle,
        List.of(
            new Alert(
                "webhook-paused",
                "webhook-paused:" + name + ":" + at,
                Optional.empty(),
                "Webhook "
                    + name
                    + " is paused. "
                    + why
                    + " Mend the receiver, then resume the webhook; what has happened meanwhile is sent then.")));
  }

  private static Duration longer(Duration wait, Optional<Duration> asked) {
    return asked.filter(longer -> longer.compareTo(wait) > 0).orElse(wait);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_FAULT ? text : text.substring(0, LONGEST_FAULT) + "...";
  }
}
