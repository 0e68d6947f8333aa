package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.access.AuditLog;
import io.serai.delivery.Resending;
import io.serai.document.Replays;
import io.serai.mapping.Json;
import io.serai.view.DeliveryRow;
import io.serai.view.DocumentFilter;
import io.serai.view.DocumentsView;
import io.serai.view.QuarantineView;
import io.serai.view.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Quarantine: what a person must look at, and what is done with it; and what is sent again. */
public final class QuarantineResources {
  private static final int MOST_AT_ONCE = 1_000;

  private final QuarantineView quarantine = new QuarantineView();
  private final DocumentsView documents;
  private final Replays replays;
  private final Resending resending;
  private final AuditLog audit;

  public QuarantineResources(
      DocumentsView documents, Replays replays, Resending resending, AuditLog audit) {
    this.documents = documents;
    this.replays = replays;
    this.resending = resending;
    this.audit = audit;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources
        .answers("getQuarantine", this::kinds)
        .answers("listQuarantinedDeliveries", this::deliveries)
        .answers("getDelivery", (handle, call) -> Reply.of(shape(found(handle, call))))
        .answers("replayQuarantine", this::replayAll)
        .answers("replayDocument", this::replayDocument)
        .answers("replaceDocument", this::replace)
        .answers("dismissDocument", this::dismissDocument)
        .answers("replayDelivery", this::replayDelivery)
        .answers("dismissDelivery", this::dismissDelivery)
        .answers("sendDeliveryAgain", this::send);
  }

  private Reply kinds(Handle handle, Call call) {
    ObjectNode body = Json.object();
    body.set("items", Shape.list(quarantine.kinds(handle)));
    return Reply.of(body);
  }

  private Reply deliveries(Handle handle, Call call) {
    Paging paging = Paging.of(call, "quarantine");
    Slice<DeliveryRow> found =
        quarantine.deliveries(
            handle, call.asked("kind"), call.asked("account"), paging.before(), paging.most());
    ArrayNode items = Json.MAPPER.createArrayNode();
    found.rows().forEach(row -> items.add(shape(row)));
    return paging.reply(items, found.next());
  }

  private static ObjectNode shape(DeliveryRow delivery) {
    ObjectNode shape = Shape.of(delivery);
    JsonNode payload = Json.read(delivery.payload());
    shape.set("payload", payload);
    return shape;
  }

  private Reply replayAll(Handle handle, Call call) {
    Optional<String> kind = Optional.of(call.text("kind")).filter(text -> !text.isEmpty());
    Optional<String> account = Optional.of(call.text("account")).filter(text -> !text.isEmpty());
    long papers =
        documents
            .find(handle, DocumentFilter.quarantined(kind, account), Long.MAX_VALUE, MOST_AT_ONCE)
            .rows()
            .stream()
            .filter(document -> replays.replay(handle, document.id()))
            .count();
    long deliveries =
        quarantine.deliveries(handle, kind, account, Long.MAX_VALUE, MOST_AT_ONCE).rows().stream()
            .filter(delivery -> resending.replay(handle, delivery.id()))
            .count();
    audit.note(
        handle,
        call.who(),
        "replayed",
        papers + " documents and " + deliveries + " deliveries",
        "kind " + kind.orElse("any") + ", account " + account.orElse("any"));
    return Reply.of(Json.object().put("documents", papers).put("deliveries", deliveries));
  }

  private Reply replayDocument(Handle handle, Call call) {
    long id = document(handle, call);
    if (!replays.replay(handle, id)) {
      throw Problem.conflict("Document " + id + " is in no quarantine, or cannot be replayed.");
    }
    return noted(handle, call, "replayed", "document " + id, "");
  }

  private Reply replace(Handle handle, Call call) {
    long id = document(handle, call);
    byte[] content = call.body().get("content").asText().getBytes(StandardCharsets.UTF_8);
    Optional<Long> kept = replays.replace(handle, id, content, call.who());
    if (kept.isEmpty() || !replays.replay(handle, id)) {
      throw Problem.conflict("Document " + id + " is in no quarantine, or cannot be replayed.");
    }
    audit.note(
        handle,
        call.who(),
        "changed and replayed",
        "document " + id,
        "what came is document " + kept.get());
    return Reply.of(Json.object().put("kept", Address.of("documents", kept.get().toString())));
  }

  private Reply dismissDocument(Handle handle, Call call) {
    long id = document(handle, call);
    if (!replays.dismiss(handle, id, call.who(), call.text("why"))) {
      throw Problem.conflict("Document " + id + " is in no quarantine.");
    }
    return noted(handle, call, "dismissed", "document " + id, call.text("why"));
  }

  private Reply replayDelivery(Handle handle, Call call) {
    long id = found(handle, call).id();
    if (!resending.replay(handle, id)) {
      throw Problem.conflict("Delivery " + id + " is in no quarantine.");
    }
    return noted(handle, call, "replayed", "delivery " + id, "");
  }

  private Reply dismissDelivery(Handle handle, Call call) {
    long id = found(handle, call).id();
    if (!resending.dismiss(handle, id, call.who(), call.text("why"))) {
      throw Problem.conflict(
          "Delivery " + id + " is in no quarantine, or a purchase order: replay that.");
    }
    return noted(handle, call, "dismissed", "delivery " + id, call.text("why"));
  }

  private Reply send(Handle handle, Call call) {
    DeliveryRow delivery = found(handle, call);
    if (!resending.again(handle, delivery.id())) {
      throw Problem.conflict("It is under way, or cannot be sent once more.");
    }
    return noted(handle, call, "sent again", "delivery " + delivery.id(), delivery.kind());
  }

  private Reply noted(Handle handle, Call call, String what, String subject, String detail) {
    audit.note(handle, call.who(), what, subject, detail);
    return Reply.done();
  }

  private long document(Handle handle, Call call) {
    return documents
        .find(handle, call.id())
        .orElseThrow(() -> Problem.missing("There is no document " + call.id() + "."))
        .id();
  }

  private DeliveryRow found(Handle handle, Call call) {
    return quarantine
        .delivery(handle, call.id())
        .orElseThrow(() -> Problem.missing("There is no delivery " + call.id() + "."));
  }
}
