package io.serai.interchange;

import io.serai.document.Refused;
import io.serai.edi.EdiFault;
import io.serai.edi.EdiListener;
import io.serai.edi.EdiReader;
import io.serai.edi.Interchange;
import io.serai.edi.InterchangeReport;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.SetHeader;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.StockItem;
import io.serai.exchange.StockReader;
import io.serai.interchange.ReceivedStore.SetPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one set again from the file in which it came. */
final class SetAgain implements EdiListener {
  private final String name;
  private final SetPlace place;
  private final StockRows stock;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<StockReader.Fault> lines = new ArrayList<>();
  private int position;
  private SetHeader found;
  private EdiDocument document;

  SetAgain(String name, SetPlace place, StockRows stock) {
    this.name = name;
    this.place = place;
    this.stock = stock;
  }

  void read(InputStream file, PartnerAgreement agreement) {
    try (file) {
      new EdiReader(agreement.reading()).read(file, this);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read again", e);
    }
  }

  /**
   * The set.
   *
   * @throws Refused when it is at fault
   */
  EdiDocument document() {
    if (!refusals.isEmpty() || document == null) {
      throw new Refused(
          Refusal.fault(name, refusals),
          refusals.isEmpty() ? "Ask the supplier for it again." : refusals.get(0).cure());
    }
    // An invoice without one of its lines would be another invoice.
    if (document instanceof Invoice && !lines.isEmpty()) {
      throw lines.get(0).cause();
    }
    return document;
  }

  /** Its lines that cannot be read. */
  List<StockReader.Fault> lines() {
    return lines;
  }

  /** A line at fault, as it is put before a person. */
  static StockReader.Fault line(EdiFault fault) {
    EdiFault.Place at = fault.place();
    EdiFault.Place inLine =
        new EdiFault.Place("", "", "", at.segment(), at.tag(), at.element(), at.component());
    String line = fault.line().toString();
    return new StockReader.Fault(
        line,
        fault.toString(),
        new Refused(line + ": " + inLine + ": " + fault.reason(), Refusal.sentence(fault.cure())));
  }

  @Override
  public void interchangeBegins(Interchange interchange) {
    position++;
  }

  @Override
  public void stockItem(SetHeader set, StockItem item) {
    if (isIt(set)) {
      stock.item(item);
    }
  }

  @Override
  public void document(SetHeader set, EdiDocument says) {
    if (isIt(set)) {
      document = says;
    }
  }

  @Override
  public void refused(EdiFault fault) {
    EdiFault.Place at = fault.place();
    boolean here =
        position == place.position()
            && at.group().equals(place.group())
            && at.set().equals(place.control());
    if (here && fault.unit() == EdiFault.Unit.LINE) {
      lines.add(line(fault));
      stock.fault(fault);
    }
  }

  @Override
  public void interchangeEnds(InterchangeReport report) {
    if (position != place.position()) {
      return;
    }
    report.faults().forEach(fault -> refusals.add(Refusal.of(fault)));
    report.groups().stream()
        .filter(group -> group.control().equals(place.group()))
        .flatMap(group -> group.faults().stream())
        .forEach(fault -> refusals.add(Refusal.of(fault)));
    report.sets().stream()
        .filter(set -> isIt(set.header()))
        .forEach(set -> refusals.addAll(Refusal.ofSet(set)));
  }

  private boolean isIt(SetHeader set) {
    if (position != place.position()
        || !set.group().equals(place.group())
        || !set.control().equals(place.control())) {
      return false;
    }
    if (found == null) {
      found = set;
    }
    return found == set;
  }
}
