package io.serai.rest;

import io.serai.mapping.Json;
import io.serai.view.DocumentFilter;
import io.serai.view.DocumentRow;
import io.serai.view.DocumentsView;
import io.serai.view.Slice;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Documents: what was received and sent, as it came and as the hub reads it. */
public final class DocumentResources {
  private static final int LARGEST_DOWNLOAD = 64 * 1024 * 1024;

  private final DocumentsView documents;
  private final Canonical canonical;

  /** What a document says in the hub's own words. */
  @FunctionalInterface
  public interface Canonical {
    /** As JSON; empty where there is none. */
    Optional<String> of(Handle handle, long document);
  }

  public DocumentResources(DocumentsView documents, Canonical canonical) {
    this.documents = documents;
    this.canonical = canonical;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources
        .answers("listDocuments", this::list)
        .answers("getDocument", (handle, call) -> Reply.of(Shape.of(found(handle, call))))
        .answers("getDocumentContent", this::content)
        .answers("getCanonicalDocument", this::canonical);
  }

  private Reply list(Handle handle, Call call) {
    Paging paging = Paging.of(call, "documents");
    DocumentFilter wanted =
        new DocumentFilter(
            call.asked("kind"),
            call.asked("account"),
            call.asked("direction"),
            call.asked("status"),
            call.asked("name"),
            call.day("day"));
    Slice<DocumentRow> found = documents.find(handle, wanted, paging.before(), paging.most());
    return paging.reply(Shape.list(found.rows()), found.next());
  }

  private Reply content(Handle handle, Call call) {
    DocumentRow document = found(handle, call);
    return Reply.of(
            "application/octet-stream", documents.content(handle, document.id(), LARGEST_DOWNLOAD))
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + document.name().replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
  }

  private Reply canonical(Handle handle, Call call) {
    long id = found(handle, call).id();
    return Reply.of(
        canonical
            .of(handle, id)
            .map(Json::read)
            .orElseThrow(
                () ->
                    Problem.missing(
                        "Document " + id + " has no canonical form, or cannot be read.")));
  }

  private DocumentRow found(Handle handle, Call call) {
    return documents
        .find(handle, call.id())
        .orElseThrow(() -> Problem.missing("There is no document " + call.id() + "."));
  }
}
