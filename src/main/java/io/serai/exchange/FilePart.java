package io.serai.exchange;

import io.serai.document.Arrival;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.document.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Puts one line of a file before a person while the rest of the file is applied. */
public final class FilePart {
  private static final String KIND = "supplier-file-line";

  private FilePart() {}

  /** Whether a document is a line that was put before a person. */
  static boolean isLine(Document document) {
    return document.kind().equals(KIND);
  }

  /**
   * Quarantines a line.
   *
   * @param place file and line
   * @param says what the line says, as a person reads it
   */
  public static void quarantine(
      Handle handle,
      DocumentStore documents,
      Document file,
      String place,
      String says,
      String fault,
      String cure) {
    quarantine(handle, documents, file, place, place, says, fault, cure);
  }

  /**
   * The same for a line of which a part was applied: it is there to be read, and cannot be
   * replayed.
   */
  static void keep(
      Handle handle,
      DocumentStore documents,
      Document file,
      String place,
      String says,
      String fault,
      String cure) {
    quarantine(handle, documents, file, place, "", says, fault, cure);
  }

  private static void quarantine(
      Handle handle,
      DocumentStore documents,
      Document file,
      String place,
      String part,
      String says,
      String fault,
      String cure) {
    if (isLine(file)) {
      documents.quarantine(handle, file.id(), place + ": " + fault, cure);
      if (part.isEmpty()) {
        documents.applyNoMore(handle, file.id());
      }
      return;
    }
    documents.quarantinePart(
        handle,
        file.id(),
        part,
        new Arrival(
            KIND,
            file.account(),
            KIND + ":" + file.id() + ":" + place,
            place,
            says.getBytes(StandardCharsets.UTF_8)),
        place + ": " + fault,
        cure);
  }

  /** Puts the lines of a file before a person that say nothing to the hub. */
  public static void quarantine(
      Handle handle, DocumentStore documents, Document file, List<StockReader.Fault> faults) {
    for (StockReader.Fault fault : faults) {
      Refused cause = fault.cause();
      quarantine(
          handle,
          documents,
          file,
          fault.place(),
          fault.says(),
          cause.getMessage().substring(fault.place().length() + 2),
          cause.cure());
    }
  }
}
