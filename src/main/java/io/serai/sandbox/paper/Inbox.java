package io.serai.sandbox.paper;

import io.serai.edi.EdiFault;
import io.serai.edi.EdiListener;
import io.serai.edi.EdiReader;
import io.serai.edi.FunctionalAcknowledgments;
import io.serai.edi.InterchangeReport;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.SetHeader;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.FunctionalAcknowledgment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The interchanges of one file of the hub, as they are read. */
final class Inbox implements EdiListener {
  private final PartnerAgreement agreement;
  private final List<Opened> opened = new ArrayList<>();
  private final Map<SetHeader, EdiDocument> sets = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * An interchange that has been read.
   *
   * @param documents of the sets that are good
   * @param owed what the hub is to be told of it
   */
  record Opened(long control, List<EdiDocument> documents, List<FunctionalAcknowledgment> owed) {}

  private Inbox(PartnerAgreement agreement) {
    this.agreement = agreement;
  }

  /**
   * Reads a file.
   *
   * @param faults takes what is wrong in it
   */
  static List<Opened> read(PartnerAgreement agreement, byte[] file, List<String> faults) {
    Inbox inbox = new Inbox(agreement);
    try {
      new EdiReader(agreement.reading()).read(new ByteArrayInputStream(file), inbox);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faults.addAll(inbox.faults);
    return inbox.opened;
  }

  @Override
  public void document(SetHeader set, EdiDocument document) {
    sets.put(set, document);
  }

  @Override
  public void refused(EdiFault fault) {
    faults.add(fault.toString());
  }

  @Override
  public void interchangeEnds(InterchangeReport report) {
    agreement.objection(report.interchange()).ifPresent(fault -> faults.add(fault.toString()));
    List<EdiDocument> good =
        sets.entrySet().stream()
            .filter(set -> report.accepts(set.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    opened.add(
        new Opened(
            Long.parseLong(report.interchange().control()),
            good,
            FunctionalAcknowledgments.of(report)));
    sets.clear();
  }
}
