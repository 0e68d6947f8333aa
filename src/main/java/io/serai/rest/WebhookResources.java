package io.serai.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.access.AuditLog;
import io.serai.mapping.Json;
import io.serai.view.Slice;
import io.serai.webhook.Subscription;
import io.serai.webhook.Subscriptions;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is told of events by webhooks, and what they were sent. */
public final class WebhookResources {
  private static final String PATH = "webhooks";

  private final Subscriptions subscriptions;
  private final AuditLog audit;

  public WebhookResources(Subscriptions subscriptions, AuditLog audit) {
    this.subscriptions = subscriptions;
    this.audit = audit;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources
        .answers("listWebhooks", this::list)
        .answers("createWebhook", this::create)
        .answers("getWebhook", (handle, call) -> Reply.of(shape(found(handle, call))))
        .answers("changeWebhook", this::change)
        .answers("deleteWebhook", this::delete)
        .answers("rotateWebhookSecret", this::rotate)
        .answers("testWebhook", this::test)
        .answers("listWebhookDeliveries", this::messages)
        .answers("replayWebhookDelivery", this::replay)
        .answers("replayWebhook", this::replaySince);
  }

  private Reply list(Handle handle, Call call) {
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    subscriptions.all(handle).forEach(each -> items.add(shape(each)));
    return Reply.of(body);
  }

  private Reply create(Handle handle, Call call) {
    try {
      Subscription.Secret secret =
          subscriptions.create(
              handle, call.text("name"), call.text("url"), events(call).orElseThrow(), call.who());
      note(handle, call, "added", secret.name(), call.text("url"));
      return Reply.made(201, Address.of(PATH, secret.name()), shape(secret));
    } catch (Subscriptions.Unfit unfit) {
      throw Problem.body("", unfit.getMessage());
    }
  }

  private Reply change(Handle handle, Call call) {
    Subscription webhook = found(handle, call);
    String url = call.body().has("url") ? call.text("url") : webhook.url();
    try {
      subscriptions.change(handle, webhook.name(), url, events(call).orElse(webhook.events()));
    } catch (Subscriptions.Unfit unfit) {
      throw Problem.body("", unfit.getMessage());
    }
    if (call.body().has("paused")) {
      pauseOrResume(handle, webhook.name(), call.body().get("paused").asBoolean());
    }
    note(handle, call, "changed", webhook.name(), call.body().toString());
    return Reply.of(shape(found(handle, call)));
  }

  private void pauseOrResume(Handle handle, String name, boolean pause) {
    if (pause) {
      subscriptions.pause(handle, name);
    } else {
      subscriptions.resume(handle, name);
    }
  }

  private Reply delete(Handle handle, Call call) {
    String name = found(handle, call).name();
    subscriptions.delete(handle, name);
    note(handle, call, "deleted", name, "");
    return Reply.done();
  }

  private Reply rotate(Handle handle, Call call) {
    String name = found(handle, call).name();
    Subscription.Secret secret = subscriptions.rotate(handle, name).orElseThrow();
    note(handle, call, "gave a new secret", name, "");
    return Reply.of(shape(secret));
  }

  private Reply test(Handle handle, Call call) {
    String name = found(handle, call).name();
    String event = subscriptions.test(handle, name).orElseThrow();
    note(handle, call, "tested", name, "");
    return Reply.made(202, Address.of(PATH, name, "deliveries"), Json.object().put("event", event));
  }

  private Reply messages(Handle handle, Call call) {
    String name = found(handle, call).name();
    Paging paging = Paging.of(call, "messages");
    List<Subscription.Message> found =
        new ArrayList<>(subscriptions.messages(handle, name, paging.before(), paging.most() + 1));
    Slice<Subscription.Message> slice = Slice.of(found, paging.most(), Subscription.Message::id);
    return paging.reply(Shape.list(slice.rows()), slice.next());
  }

  private Reply replay(Handle handle, Call call) {
    String name = found(handle, call).name();
    if (!subscriptions.replay(handle, name, call.id())) {
      throw Problem.conflict("It is none of its own, under way already, or kept no longer.");
    }
    note(handle, call, "replayed", name, "message " + call.id());
    return Reply.done();
  }

  private Reply replaySince(Handle handle, Call call) {
    String name = found(handle, call).name();
    OffsetDateTime since = OffsetDateTime.parse(call.text("since"));
    int messages = subscriptions.replaySince(handle, name, since.toInstant());
    note(handle, call, "replayed", name, "since " + since);
    return Reply.of(Json.object().put("deliveries", messages));
  }

  private static Optional<List<String>> events(Call call) {
    if (!call.body().has("events")) {
      return Optional.empty();
    }
    List<String> patterns = new ArrayList<>();
    call.body().get("events").forEach(each -> patterns.add(each.asText()));
    return Optional.of(patterns.stream().distinct().toList());
  }

  private static ObjectNode shape(Subscription.Secret secret) {
    return Json.object().put("name", secret.name()).put("secret", secret.secret());
  }

  private static ObjectNode shape(Subscription webhook) {
    return Shape.of(webhook).put("state", webhook.state());
  }

  private Subscription found(Handle handle, Call call) {
    String name = call.parameter("webhook");
    return subscriptions
        .find(handle, name)
        .orElseThrow(() -> Problem.missing("There is no webhook " + name + "."));
  }

  private void note(Handle handle, Call call, String what, String name, String detail) {
    audit.note(handle, call.who(), what, "webhook " + name, detail);
  }
}
