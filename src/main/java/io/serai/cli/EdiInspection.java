package io.serai.cli;

import io.serai.edi.DocumentJson;
import io.serai.edi.EdiFault;
import io.serai.edi.EdiListener;
import io.serai.edi.EdiReader;
import io.serai.edi.Interchange;
import io.serai.edi.InterchangeReport;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.ReadingTerms;
import io.serai.edi.SetHeader;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.StockItem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows what stands in a file of X12 or EDIFACT: documents as JSON, one a line, and for people what
 * they are and what is not taken.
 */
final class EdiInspection implements EdiListener {
  private static final int MOST_SHOWN = 20;

  private final Path file;
  private final Optional<PartnerAgreement> agreement;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<String> faults = new ArrayList<>();
  private int faultCount;
  private int items;

  /**
   * The inspection of a file.
   *
   * @param agreement with the partner that it is said to come from
   */
  EdiInspection(Path file, Optional<PartnerAgreement> agreement, PrintWriter out, PrintWriter err) {
    this.file = file;
    this.agreement = agreement;
    this.out = out;
    this.err = err;
  }

  /** Whether it looks like X12 or EDIFACT, whatever stands before it and whatever parts it. */
  static boolean recognises(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(256);
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ef\u00bb\u00bf")) {
      text = text.substring(3);
    }
    return text.strip().matches("(?s)(ISA|GS|ST|UNA|UNB|UNH|BGM)[^A-Za-z0-9\\s{\\[,;].*");
  }

  /** Reads and shows the file; 0 when all of it can be taken, else 1. */
  int show() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      new EdiReader(agreement.map(PartnerAgreement::reading).orElse(ReadingTerms.USUAL))
          .read(in, this);
    }
    out.flush();
    faults.forEach(fault -> err.println(file + ": " + fault));
    if (faultCount > faults.size()) {
      err.println(file + ": and " + (faultCount - faults.size()) + " more faults");
    }
    err.flush();
    return faultCount == 0 ? 0 : 1;
  }

  @Override
  public void interchangeBegins(Interchange interchange) {
    say(
        interchange.standard()
            + " interchange "
            + interchange.control()
            + " from "
            + interchange.sender().id()
            + " to "
            + interchange.receiver().id()
            + (interchange.test() ? ", a test" : ""));
    agreement.flatMap(partner -> partner.objection(interchange)).ifPresent(this::refused);
  }

  @Override
  public void stockItem(SetHeader set, StockItem item) {
    items++;
    out.println(DocumentJson.of(item));
  }

  @Override
  public void document(SetHeader set, EdiDocument document) {
    String about = items > 0 ? " of " + items + " items" : "";
    items = 0;
    say(
        "set "
            + set.control()
            + ": "
            + set.type()
            + " "
            + set.version()
            + ", "
            + words(document.kind())
            + about);
    out.println(DocumentJson.of(document));
  }

  @Override
  public void receipt(Interchange interchange, EdiDocument receipt) {
    say("TA1, " + words(receipt.kind()));
    out.println(DocumentJson.of(receipt));
  }

  @Override
  public void refused(EdiFault fault) {
    items = 0;
    faultCount++;
    if (faults.size() < MOST_SHOWN) {
      faults.add(fault + taken(fault));
    }
  }

  @Override
  public void interchangeEnds(InterchangeReport report) {
    out.flush();
  }

  private static String taken(EdiFault fault) {
    return switch (fault.unit()) {
      case LINE -> " (this line is left out)";
      case SET -> " (this set is not taken)";
      case GROUP -> " (this group is not taken)";
      default -> "";
    };
  }

  private static String words(String kind) {
    return kind.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private void say(String what) {
    err.println(file + ": " + what);
    err.flush();
  }
}
