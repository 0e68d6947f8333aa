package io.serai.exchange;

import io.serai.document.Arrival;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Handle;

/** Puts one line of a file before a person while the rest of the file is applied. */
public final class FilePart {
  private FilePart() {}

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
    documents.quarantine(
        handle,
        new Arrival(
            "supplier-file-line",
            file.account(),
            "supplier-file-line:" + file.id() + ":" + place,
            place,
            says.getBytes(StandardCharsets.UTF_8)),
        place + ": " + fault,
        cure);
  }
}
