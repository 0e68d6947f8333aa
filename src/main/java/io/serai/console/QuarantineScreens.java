package io.serai.console;

import io.serai.access.AuditLog;
import io.serai.access.Role;
import io.serai.delivery.Resending;
import io.serai.document.Replays;
import io.serai.mapping.Json;
import io.serai.view.DeliveryRow;
import io.serai.view.DocumentFilter;
import io.serai.view.DocumentRow;
import io.serai.view.DocumentsView;
import io.serai.view.QuarantineView;
import io.serai.view.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Quarantine: what a person must look at, and what is done with it. */
public final class QuarantineScreens {
  private static final String PAGE = "/quarantine";
  private static final int MOST_AT_ONCE = 1_000;
  private static final int LONGEST_REASON = 500;

  private final QuarantineView quarantine = new QuarantineView();
  private final DocumentsView documents;
  private final Replays replays;
  private final Resending resending;
  private final AuditLog audit;

  public QuarantineScreens(
      DocumentsView documents, Replays replays, Resending resending, AuditLog audit) {
    this.documents = documents;
    this.replays = replays;
    this.resending = resending;
    this.audit = audit;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place(PAGE, "Quarantine");
    screens.shows(PAGE, this::list);
    screens.shows(PAGE + "/deliveries/{id}", this::delivery);
    screens.does(PAGE + "/replay", Role.OPERATOR, this::replayAll);
    screens.does("/documents/{id}/replay", Role.OPERATOR, this::replayDocument);
    screens.does("/documents/{id}/edit", Role.OPERATOR, this::edit);
    screens.does("/documents/{id}/dismiss", Role.OPERATOR, this::dismissDocument);
    screens.does(PAGE + "/deliveries/{id}/replay", Role.OPERATOR, this::replayDelivery);
    screens.does(PAGE + "/deliveries/{id}/dismiss", Role.OPERATOR, this::dismissDelivery);
  }

  private Answer list(Handle handle, Request request) {
    Optional<String> kind = request.asked("kind");
    Optional<String> account = request.asked("account");
    Slice<DocumentRow> papers =
        documents.find(
            handle,
            DocumentFilter.quarantined(kind, account),
            Listing.before(request),
            Listing.PAGE);
    Slice<DeliveryRow> deliveries =
        quarantine.deliveries(
            handle, kind, account, Listing.before(request, "deliveries-before"), Listing.PAGE);
    List<QuarantineView.Kind> kinds = quarantine.kinds(handle);
    String filter = Listing.filter(request, "kind", "account");
    return new Answer.Page(
        "quarantine.html",
        Map.of(
            "documents", papers.rows(),
            "deliveries", deliveries.rows(),
            "olderDocuments", Listing.older(PAGE, filter, papers),
            "olderDeliveries",
                Listing.older(PAGE, filter, deliveries).replace("before=", "deliveries-before="),
            "kinds", kinds.stream().map(QuarantineView.Kind::kind).distinct().toList(),
            "accounts",
                kinds.stream().map(QuarantineView.Kind::account).distinct().sorted().toList(),
            "kind", kind.orElse(""),
            "account", account.orElse("")));
  }

  private Answer delivery(Handle handle, Request request) {
    DeliveryRow delivery =
        quarantine.delivery(handle, request.id("id")).orElseThrow(Request.Missing::new);
    return new Answer.Page(
        "delivery.html",
        Map.of("delivery", delivery, "payload", Json.read(delivery.payload()).toPrettyString()));
  }

  private Answer replayAll(Handle handle, Request request) {
    Optional<String> kind = request.given("kind");
    Optional<String> account = request.given("account");
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
    String what = papers + " documents and " + deliveries + " deliveries";
    audit.note(
        handle,
        request.who(),
        "replayed",
        what,
        "kind " + kind.orElse("any") + ", account " + account.orElse("any"));
    return new Answer.Done(PAGE, "Replayed " + what + ".");
  }

  private Answer replayDocument(Handle handle, Request request) {
    long id = request.id("id");
    if (!replays.replay(handle, id)) {
      return new Answer.Refused(page(id), "It is no longer in quarantine, or cannot be replayed.");
    }
    audit.note(handle, request.who(), "replayed", "document " + id, "");
    return new Answer.Done(page(id), "It is applied anew within seconds.");
  }

  private Answer edit(Handle handle, Request request) {
    long id = request.id("id");
    Content old = Content.of(documents.content(handle, id(handle, request), Content.MOST + 1));
    if (!old.isLegible() || !old.isWhole()) {
      return new Answer.Refused(page(id), "It is no text, or too large to be changed here.");
    }
    String text = asItWas(request.form().getOrDefault("content", ""), old.text());
    Optional<Long> kept =
        replays.replace(handle, id, text.getBytes(StandardCharsets.UTF_8), request.who());
    if (kept.isEmpty() || !replays.replay(handle, id)) {
      return new Answer.Refused(page(id), "It is no longer in quarantine, or cannot be replayed.");
    }
    audit.note(
        handle,
        request.who(),
        "changed and replayed",
        "document " + id,
        "what came is document " + kept.get());
    return new Answer.Done(
        page(id), "It is applied as changed; what came is kept as document " + kept.get() + ".");
  }

  // A browser ends each line of a form with CR and LF.
  private static String asItWas(String text, String old) {
    return old.contains("\r\n") ? text : text.replace("\r\n", old.contains("\r") ? "\r" : "\n");
  }

  private Answer dismissDocument(Handle handle, Request request) {
    long id = id(handle, request);
    Optional<String> why = reason(request);
    if (why.isEmpty()) {
      return new Answer.Refused(page(id), "Say in at most " + LONGEST_REASON + " characters why.");
    }
    if (!replays.dismiss(handle, id, request.who(), why.get())) {
      return new Answer.Refused(page(id), "It is no longer in quarantine.");
    }
    audit.note(handle, request.who(), "dismissed", "document " + id, why.get());
    return new Answer.Done(PAGE, "Document " + id + " is dismissed.");
  }

  private Answer replayDelivery(Handle handle, Request request) {
    long id = request.id("id");
    if (!resending.replay(handle, id)) {
      return new Answer.Refused(PAGE + "/deliveries/" + id, "It is no longer in quarantine.");
    }
    audit.note(handle, request.who(), "replayed", "delivery " + id, "");
    return new Answer.Done(PAGE + "/deliveries/" + id, "It is sent again within seconds.");
  }

  private Answer dismissDelivery(Handle handle, Request request) {
    long id = request.id("id");
    String page = PAGE + "/deliveries/" + id;
    Optional<String> why = reason(request);
    if (why.isEmpty()) {
      return new Answer.Refused(page, "Say in at most " + LONGEST_REASON + " characters why.");
    }
    if (!resending.dismiss(handle, id, request.who(), why.get())) {
      return new Answer.Refused(
          page, "It is no longer in quarantine, or a purchase order: replay that.");
    }
    audit.note(handle, request.who(), "dismissed", "delivery " + id, why.get());
    return new Answer.Done(PAGE, "Delivery " + id + " is dismissed.");
  }

  private long id(Handle handle, Request request) {
    return documents
        .find(handle, request.id("id"))
        .map(DocumentRow::id)
        .orElseThrow(Request.Missing::new);
  }

  private static Optional<String> reason(Request request) {
    return request.given("why").filter(why -> why.length() <= LONGEST_REASON);
  }

  private static String page(long document) {
    return "/documents/" + document;
  }
}
