package io.serai.edi;

import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.StockItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that a file says. */
final class Heard implements EdiListener {
  final List<EdiDocument> documents = new ArrayList<>();
  final List<SetHeader> sets = new ArrayList<>();
  final List<StockItem> items = new ArrayList<>();
  final List<EdiDocument> receipts = new ArrayList<>();
  final List<EdiFault> faults = new ArrayList<>();
  final List<Interchange> interchanges = new ArrayList<>();
  final List<InterchangeReport> reports = new ArrayList<>();

  static Heard of(String file) {
    return of(file.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Heard of(byte[] file) {
    return of(file, ReadingTerms.USUAL);
  }

  static Heard of(byte[] file, ReadingTerms terms) {
    Heard heard = new Heard();
    try {
      new EdiReader(terms).read(new ByteArrayInputStream(file), heard);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heard;
  }

  /** The only document that there is. */
  <T extends EdiDocument> T only(Class<T> type) {
    if (documents.size() != 1 || !faults.isEmpty()) {
      throw new AssertionError(documents.size() + " documents, faults " + faults);
    }
    return type.cast(documents.get(0));
  }

  /** The only document that there is, beside lines that are left out. */
  <T extends EdiDocument> T document(Class<T> type) {
    if (documents.size() != 1) {
      throw new AssertionError(documents.size() + " documents, faults " + faults);
    }
    return type.cast(documents.get(0));
  }

  /** The documents that count once all interchanges have ended. */
  List<EdiDocument> accepted() {
    List<EdiDocument> accepted = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      SetHeader set = sets.get(i);
      if (reports.stream().anyMatch(report -> report.accepts(set))) {
        accepted.add(documents.get(i));
      }
    }
    return accepted;
  }

  @Override
  public void interchangeBegins(Interchange interchange) {
    interchanges.add(interchange);
  }

  @Override
  public void stockItem(SetHeader set, StockItem item) {
    items.add(item);
  }

  @Override
  public void document(SetHeader set, EdiDocument document) {
    sets.add(set);
    documents.add(document);
  }

  @Override
  public void receipt(Interchange interchange, EdiDocument receipt) {
    receipts.add(receipt);
  }

  @Override
  public void refused(EdiFault fault) {
    faults.add(fault);
  }

  @Override
  public void interchangeEnds(InterchangeReport report) {
    reports.add(report);
  }
}
