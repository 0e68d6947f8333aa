package io.serai.hub;

import io.serai.document.DocumentParts;
import io.serai.document.DocumentStore;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.FileLines;
import io.serai.exchange.FileSource;
import io.serai.exchange.PushedOffers;
import io.serai.exchange.WholeFiles;
import io.serai.interchange.EdiFormat;
import io.serai.interchange.Partner;
import io.serai.interchange.ReceivedStore;
import io.serai.interchange.SetFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which suppliers speak by interchanges, and how the files of each are read. */
final class Interchanges {
  private Interchanges() {}

  /** The suppliers that speak by interchanges. */
  static Map<String, Partner> partners(Map<String, DocumentFormat> formats) {
    Map<String, Partner> partners = new LinkedHashMap<>();
    formats.forEach(
        (supplier, format) -> {
          if (format instanceof EdiFormat edi) {
            partners.put(supplier, edi.partner());
          }
        });
    return partners;
  }

  /** How the stored files of each supplier are read. */
  static Map<String, FileSource> sources(
      Map<String, DocumentFormat> formats,
      DocumentStore documents,
      DocumentParts parts,
      ReceivedStore received) {
    Map<String, FileSource> sources = new LinkedHashMap<>();
    formats.forEach(
        (supplier, format) -> {
          FileSource files =
              format instanceof EdiFormat edi
                  ? new SetFiles(edi.partner(), documents, parts, received)
                  : new WholeFiles(format, parts);
          sources.put(supplier, new PushedOffers(new FileLines(files, documents)));
        });
    return sources;
  }
}
