package io.serai.console;

import io.serai.document.Replays;
import io.serai.view.DocumentFilter;
import io.serai.view.DocumentRow;
import io.serai.view.DocumentsView;
import io.serai.view.Slice;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Documents: what was received and sent, as it came and as the hub reads it. */
public final class DocumentScreens {
  private static final int LARGEST_DOWNLOAD = 64 * 1024 * 1024;
  private static final List<String> STATUSES =
      List.of("received", "applied", "ignored", "quarantined", "ready", "sent");
  private static final List<String> KINDS =
      List.of(
          "order",
          "order-page",
          "notification",
          "supplier-file",
          "supplier-file-line",
          "interchange-file",
          "offers",
          "purchase-order",
          "cancellation-request",
          "replaced");

  private final DocumentsView documents;
  private final Canonical canonical;

  /** What a document says in the hub's own words. */
  @FunctionalInterface
  public interface Canonical {
    /** As JSON; empty where there is none. */
    Optional<String> of(Handle handle, long document);
  }

  public DocumentScreens(DocumentsView documents, Canonical canonical) {
    this.documents = documents;
    this.canonical = canonical;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place("/documents", "Documents");
    screens.shows("/documents", this::list);
    screens.shows("/documents/{id}", this::show);
    screens.shows("/documents/{id}/content", this::download);
  }

  private Answer list(Handle handle, Request request) {
    DocumentFilter wanted =
        new DocumentFilter(
            request.asked("kind"),
            request.asked("account"),
            Listing.oneOf(request, "direction", List.of("in", "out")),
            Listing.oneOf(request, "status", STATUSES),
            request.asked("name"),
            request.asked("day").flatMap(DocumentScreens::day));
    Slice<DocumentRow> found =
        documents.find(handle, wanted, Listing.before(request), Listing.PAGE);
    String filter =
        Listing.filter(request, "kind", "account", "direction", "status", "name", "day");
    return new Answer.Page(
        "documents.html",
        Map.of(
            "found", found.rows(),
            "older", Listing.older("/documents", filter, found),
            "filter", wanted,
            "kinds", KINDS,
            "statuses", STATUSES));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Answer show(Handle handle, Request request) {
    DocumentRow document = found(handle, request);
    Content content = Content.of(documents.content(handle, document.id(), Content.MOST + 1));
    boolean replayable = document.isQuarantined() && Replays.KINDS.contains(document.kind());
    return new Answer.Page(
        "document.html",
        Map.of(
            "document", document,
            "content", content,
            "canonical", canonical.of(handle, document.id()).orElse(""),
            "replayable", replayable,
            "editable",
                replayable
                    && document.parentId().isEmpty()
                    && content.isLegible()
                    && content.isWhole()));
  }

  private Answer download(Handle handle, Request request) {
    DocumentRow document = found(handle, request);
    return new Answer.Bytes(
        document.name(), documents.content(handle, document.id(), LARGEST_DOWNLOAD));
  }

  private DocumentRow found(Handle handle, Request request) {
    return documents.find(handle, request.id("id")).orElseThrow(Request.Missing::new);
  }
}
