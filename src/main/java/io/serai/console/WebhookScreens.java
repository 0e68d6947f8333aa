package io.serai.console;

import io.serai.access.AuditLog;
import io.serai.access.Role;
import io.serai.event.EventType;
import io.serai.view.Slice;
import io.serai.webhook.Subscription;
import io.serai.webhook.Subscriptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is told of events by webhooks, for admins. */
public final class WebhookScreens {
  private static final String PAGE = "/webhooks";

  private final Subscriptions subscriptions;
  private final AuditLog audit;
  private final ZoneId zone;

  /**
   * The screens.
   *
   * @param zone in which people write times
   */
  public WebhookScreens(Subscriptions subscriptions, AuditLog audit, ZoneId zone) {
    this.subscriptions = subscriptions;
    this.audit = audit;
    this.zone = zone;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    String one = PAGE + "/{name}";
    screens.place(PAGE, "Webhooks", Role.ADMIN);
    screens.shows(PAGE, Role.ADMIN, this::list);
    screens.does(PAGE + "/add", Role.ADMIN, this::add);
    screens.shows(one, Role.ADMIN, this::show);
    screens.does(one + "/change", Role.ADMIN, this::change);
    screens.does(one + "/pause", Role.ADMIN, this::pause);
    screens.does(one + "/resume", Role.ADMIN, this::resume);
    screens.does(one + "/rotate", Role.ADMIN, this::rotate);
    screens.does(one + "/delete", Role.ADMIN, this::delete);
    screens.does(one + "/test", Role.ADMIN, this::test);
    screens.does(one + "/replay", Role.ADMIN, this::replaySince);
    screens.does(one + "/messages/{id}/replay", Role.ADMIN, this::replay);
  }

  private Answer list(Handle handle, Request request) {
    return new Answer.Page(
        "webhooks.html",
        Map.of("webhooks", subscriptions.all(handle), "types", EventType.values()));
  }

  private Answer show(Handle handle, Request request) {
    Subscription found = found(handle, request);
    List<Subscription.Message> rows =
        new ArrayList<>(
            subscriptions.messages(
                handle, found.name(), Listing.before(request), Listing.PAGE + 1));
    Slice<Subscription.Message> messages = Slice.of(rows, Listing.PAGE, Subscription.Message::id);
    return new Answer.Page(
        "webhook.html",
        Map.of(
            "webhook",
            found,
            "messages",
            messages.rows(),
            "older",
            Listing.older(path(found.name()), "", messages)));
  }

  private Answer add(Handle handle, Request request) {
    try {
      Subscription.Secret secret =
          subscriptions.create(
              handle,
              request.given("name").orElse(""),
              request.given("url").orElse(""),
              events(request),
              request.who());
      note(handle, request, "added", secret.name(), request.given("url").orElse(""));
      return secret(secret);
    } catch (Subscriptions.Unfit unfit) {
      return new Answer.Refused(PAGE, unfit.getMessage());
    }
  }

  private Answer change(Handle handle, Request request) {
    String name = found(handle, request).name();
    try {
      String url = request.given("url").orElse("");
      subscriptions.change(handle, name, url, events(request));
      note(handle, request, "changed", name, url + " " + String.join(" ", events(request)));
      return new Answer.Done(path(name), "It is changed.");
    } catch (Subscriptions.Unfit unfit) {
      return new Answer.Refused(path(name), unfit.getMessage());
    }
  }

  private Answer pause(Handle handle, Request request) {
    String name = found(handle, request).name();
    subscriptions.pause(handle, name);
    note(handle, request, "paused", name, "");
    return new Answer.Done(path(name), "It is paused; what happens meanwhile is kept for it.");
  }

  private Answer resume(Handle handle, Request request) {
    String name = found(handle, request).name();
    subscriptions.resume(handle, name);
    note(handle, request, "resumed", name, "");
    return new Answer.Done(path(name), "It is resumed; what it is owed is sent now.");
  }

  private Answer rotate(Handle handle, Request request) {
    String name = found(handle, request).name();
    Subscription.Secret secret =
        subscriptions.rotate(handle, name).orElseThrow(Request.Missing::new);
    note(handle, request, "gave a new secret", name, "");
    return secret(secret);
  }

  private Answer delete(Handle handle, Request request) {
    String name = found(handle, request).name();
    if (request.given("sure").isEmpty()) {
      return new Answer.Refused(path(name), "Tick that what it is owed is never sent.");
    }
    subscriptions.delete(handle, name);
    note(handle, request, "deleted", name, "");
    return new Answer.Done(PAGE, "The webhook " + name + " is deleted.");
  }

  private Answer test(Handle handle, Request request) {
    String name = found(handle, request).name();
    subscriptions.test(handle, name);
    note(handle, request, "tested", name, "");
    return new Answer.Done(
        path(name), "A test is on its way; load this page again to see what came of it.");
  }

  private Answer replaySince(Handle handle, Request request) {
    String name = found(handle, request).name();
    Optional<Instant> since = request.given("since").flatMap(this::time);
    if (since.isEmpty()) {
      return new Answer.Refused(path(name), "Say since when, by day and time.");
    }
    int messages = subscriptions.replaySince(handle, name, since.get());
    note(handle, request, "replayed", name, "since " + since.get());
    return new Answer.Done(path(name), messages + " messages are sent again.");
  }

  private Answer replay(Handle handle, Request request) {
    String name = found(handle, request).name();
    long message = request.id("id");
    if (!subscriptions.replay(handle, name, message)) {
      return new Answer.Refused(
          path(name), "It is on its way already, or its event is kept no longer.");
    }
    note(handle, request, "replayed", name, "message " + message);
    return new Answer.Done(path(name), "It is sent again.");
  }

  // Not by way of the session: a secret is shown, and kept nowhere.
  private static Answer secret(Subscription.Secret secret) {
    return new Answer.Page(
        "webhook-secret.html", Map.of("name", secret.name(), "secret", secret.secret()));
  }

  private Subscription found(Handle handle, Request request) {
    return subscriptions
        .find(handle, request.parameters().getOrDefault("name", ""))
        .orElseThrow(Request.Missing::new);
  }

  private void note(Handle handle, Request request, String what, String name, String detail) {
    audit.note(handle, request.who(), what, "webhook " + name, detail);
  }

  private static List<String> events(Request request) {
    return Arrays.stream(request.given("events").orElse("").split("[\\s,]+"))
        .filter(pattern -> !pattern.isEmpty())
        .distinct()
        .toList();
  }

  private Optional<Instant> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String path(String name) {
    return PAGE + "/" + name;
  }
}
