package io.serai.interchange;

import io.serai.document.Document;
import io.serai.document.DocumentParts;
import io.serai.document.DocumentStore;
import io.serai.edi.EdiReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Opens a file of interchanges, in one transaction. Each interchange is registered by its control
 * number; each good set becomes a document, to be applied in its turn; a set that is refused is put
 * before a person, while the others move on. What the supplier acknowledges is noted, and what it
 * sent is acknowledged.
 */
public final class Opening {
  private final DocumentStore documents;
  private final DocumentParts parts;
  private final ReceivedStore received;
  private final FunctionalAnswers answers;
  private final OwedAcknowledgments owed;

  public Opening(
      DocumentStore documents,
      DocumentParts parts,
      ReceivedStore received,
      FunctionalAnswers answers,
      OwedAcknowledgments owed) {
    this.documents = documents;
    this.parts = parts;
    this.received = received;
    this.answers = answers;
    this.owed = owed;
  }

  /** Opens a file that waits; one that another hub has opened is left. */
  public void open(Handle handle, Document file, Partner partner) {
    received.lock(handle, file.account());
    if (documents.claim(handle, List.of(file.id())).isEmpty()) {
      return;
    }
    OpenedFile opened = new OpenedFile(handle, file, partner, documents, received);
    try (InputStream content = parts.open(handle, file)) {
      new EdiReader(partner.agreement().reading()).read(content, opened);
    } catch (IOException e) {
      throw new UncheckedIOException(file.name() + " cannot be read", e);
    }
    answers.apply(handle, file.account(), opened.heard());
    if (partner.acknowledges()) {
      opened.reports().forEach(report -> owed.owe(handle, file.account(), partner, report));
    }
    settle(handle, file, opened.refusals());
  }

  // What of it was opened is not opened again when the rest of it is replayed.
  private void settle(Handle handle, Document file, List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      documents.applied(handle, List.of(file.id()));
    } else {
      documents.quarantine(
          handle, file.id(), Refusal.fault(file.name(), refusals), refusals.get(0).cure());
    }
  }
}
