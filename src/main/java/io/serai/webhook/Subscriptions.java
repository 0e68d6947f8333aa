package io.serai.webhook;

import io.serai.event.Event;
import io.serai.event.EventStore;
import io.serai.event.EventType;
import io.serai.event.OrderWatch;
import io.serai.mapping.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes, changes and ends subscriptions, and sends them again what they have missed. */
public final class Subscriptions {
  private static final String NAME = "[a-z][a-z0-9-]{0,30}";
  private static final int MOST = 50;
  private static final int MOST_PATTERNS = 50;

  private final Clock clock;
  private final SubscriptionStore store;
  private final EventStore events;
  private final OrderWatch watch;
  private final Destination destination;
  private final SecretBox box;
  private final SecureRandom random = new SecureRandom();

  public Subscriptions(
      Clock clock,
      SubscriptionStore store,
      EventStore events,
      OrderWatch watch,
      Destination destination,
      SecretBox box) {
    this.clock = clock;
    this.store = store;
    this.events = events;
    this.watch = watch;
    this.destination = destination;
    this.box = box;
  }

  /** What was asked for will not do; the message says why, and what to do. */
  public static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  /** All of them, by name. */
  public List<Subscription> all(Handle handle) {
    return store.all(handle);
  }

  /** The one of a name. */
  public Optional<Subscription> find(Handle handle, String name) {
    return store.find(handle, name);
  }

  /**
   * Subscribes; events are told from now on.
   *
   * @param who has asked for it
   * @return the secret, which is never shown again
   * @throws Unfit when name, address or events will not do, or the name is taken
   */
  public Subscription.Secret create(
      Handle handle, String name, String url, List<String> wanted, String who) {
    if (!name.matches(NAME)) {
      throw new Unfit(
          "A webhook's name begins with a small letter; small letters, digits and hyphens follow, 31 in all.");
    }
    check(url, wanted);
    if (store.find(handle, name).isPresent()) {
      throw new Unfit("There is a webhook " + name + " already; choose another name.");
    }
    if (store.all(handle).size() >= MOST) {
      throw new Unfit("There are " + MOST + " webhooks already; delete one that nobody needs.");
    }
    byte[] secret = Signing.newSecret(random);
    store.insert(
        handle,
        name,
        url,
        wanted,
        isAboutOrders(wanted),
        box.lock(name, secret),
        who,
        clock.instant());
    watch.follow(handle);
    return new Subscription.Secret(name, Signing.shown(secret));
  }

  /**
   * Changes where it is told, and of what. Messages that are owed go to the new address.
   *
   * @return false when there is none of this name
   * @throws Unfit when address or events will not do
   */
  public boolean change(Handle handle, String name, String url, List<String> wanted) {
    check(url, wanted);
    boolean changed = store.change(handle, name, url, wanted, isAboutOrders(wanted));
    watch.follow(handle);
    return changed;
  }

  /** Sends it nothing until it is resumed; what happens meanwhile is owed. */
  public boolean pause(Handle handle, String name) {
    return store.pause(handle, name, "");
  }

  /** Goes on with what is owed, at once. */
  public boolean resume(Handle handle, String name) {
    boolean resumed = store.resume(handle, name);
    if (resumed) {
      store.hasten(handle, name);
    }
    return resumed;
  }

  /** Ends it; what it is owed is never sent. */
  public boolean delete(Handle handle, String name) {
    boolean deleted = store.delete(handle, name);
    watch.follow(handle);
    return deleted;
  }

  /**
   * Gives it another secret. For a day messages are signed with the old one too, so that the
   * receiver can be changed meanwhile.
   *
   * @return the new secret, which is never shown again; empty when there is none of this name
   */
  public Optional<Subscription.Secret> rotate(Handle handle, String name) {
    byte[] secret = Signing.newSecret(random);
    return store.rotate(handle, name, box.lock(name, secret))
        ? Optional.of(new Subscription.Secret(name, Signing.shown(secret)))
        : Optional.empty();
  }

  /** Sends it a message of the type {@code webhook.test}; its event's id. */
  public Optional<String> test(Handle handle, String name) {
    return store
        .find(handle, name)
        .map(
            found -> {
              Event event =
                  Event.of(
                      EventType.WEBHOOK_TEST,
                      clock.instant(),
                      Optional.empty(),
                      Json.object().put("webhook", name));
              events.happenedTo(handle, name, event);
              return event.id();
            });
  }

  /** What was sent to it, and is owed, the newest first, before an id. */
  public List<Subscription.Message> messages(Handle handle, String name, long before, int limit) {
    return store.messages(handle, name, before, limit);
  }

  /** Sends a message again; false when it is owed already, or its event is kept no longer. */
  public boolean replay(Handle handle, String name, long message) {
    return store.replay(handle, name, message);
  }

  /**
   * Sends everything again that it wants and that has happened since a time, as far as it is kept.
   *
   * @return how many messages are owed by it
   */
  public int replaySince(Handle handle, String name, Instant since) {
    return store.replaySince(handle, name, since);
  }

  private void check(String url, List<String> wanted) {
    destination
        .objection(url)
        .ifPresent(
            objection -> {
              throw new Unfit(objection);
            });
    if (wanted.isEmpty() || wanted.size() > MOST_PATTERNS) {
      throw new Unfit("Name the events that it is told, 1 to " + MOST_PATTERNS + " of them.");
    }
    for (String pattern : wanted) {
      if (Arrays.stream(EventType.values()).noneMatch(type -> type.isMeantBy(pattern))) {
        throw new Unfit(
            "There is no event \""
                + pattern
                + "\"; write a type such as order.received, a group such as"
                + " order.*, or *.");
      }
    }
  }

  private static boolean isAboutOrders(List<String> wanted) {
    return Arrays.stream(EventType.values())
        .filter(EventType::isAboutOrders)
        .anyMatch(type -> wanted.stream().anyMatch(type::isMeantBy));
  }
}
