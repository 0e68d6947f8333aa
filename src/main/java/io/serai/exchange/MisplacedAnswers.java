package io.serai.exchange;

import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.stock.Reservation;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers that fit nothing that was asked: each is for a person, and the others are applied. */
final class MisplacedAnswers {
  private final DocumentStore documents;
  private final Codes codes;

  MisplacedAnswers(DocumentStore documents, Codes codes) {
    this.documents = documents;
    this.codes = codes;
  }

  /**
   * Nobody asked for it.
   *
   * @param asked the line that is meant, if there is one; then it is the product that is another
   */
  void unasked(Handle handle, Document file, AcknowledgedLine line, Optional<Reservation> asked) {
    String cure =
        asked
                .map(of -> codes.advice(line.sends(), of))
                .orElse("Ask the supplier which purchase order and line it means;")
            + " nothing was changed for this line.";
    String where =
        "supplier %s answers purchase order %s, line %d (%s), "
            .formatted(file.account(), line.poNumber(), line.line(), line.sends());
    String what =
        asked
            .map(of -> "where " + of.sku() + " was asked, and nothing else is allowed")
            .orElse("which was never asked of it");
    quarantine(handle, file, line, where + what, cure);
  }

  /** It answers more units than were open, which were answered; so it is not to be replayed. */
  void tooMany(Handle handle, Document file, AcknowledgedLine line, Reservation asked) {
    FilePart.keep(
        handle,
        documents,
        file,
        line.place(),
        line.toString(),
        "answers " + line.quantity() + " units where " + asked.unanswered() + " were open",
        "Compare with purchase order "
            + line.poNumber()
            + "; the open units were answered, the rest was left.");
  }

  private void quarantine(
      Handle handle, Document file, AcknowledgedLine line, String fault, String cure) {
    FilePart.quarantine(handle, documents, file, line.place(), line.toString(), fault, cure);
  }
}
