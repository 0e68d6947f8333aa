package io.serai.edi;

import io.serai.edi.EdiFault.Place;
import io.serai.edi.EdiFault.Unit;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.InterchangeReceipt;
import io.serai.edi.read.Readings;
import io.serai.edi.read.SetReading;
import io.serai.edi.stream.Segment;
import io.serai.edi.stream.SetSchemas;
import io.serai.edi.stream.SetSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One interchange as it is received: makes its documents, and keeps what becomes of each set. */
final class Reception implements SetSink {
  private final ReadingTerms terms;
  private final EdiListener listener;
  private final Envelopes envelopes;
  private final List<GroupReport> groups = new ArrayList<>();
  private final List<EdiFault> ownFaults = new ArrayList<>();
  private Interchange interchange;
  private Segment group;
  private List<SetReport> sets = new ArrayList<>();
  private List<EdiFault> groupFaults = new ArrayList<>();
  private SetHeader set;
  private List<EdiFault> setFaults = new ArrayList<>();
  private SetReading reading;
  private boolean misplaced;
  private int lastSegment;

  Reception(Standard standard, Delimiters delimiters, ReadingTerms terms, EdiListener listener) {
    this.terms = terms;
    this.listener = listener;
    this.envelopes = new Envelopes(standard, delimiters);
    this.interchange = envelopes.unknown();
  }

  @Override
  public void interchange(Segment header) {
    interchange = envelopes.interchange(header);
    listener.interchangeBegins(interchange);
  }

  @Override
  public void receipt(Segment ta1) {
    String code = ta1.get(4);
    String status =
        switch (code) {
          case "A" -> "accepted";
          case "E" -> "acceptedWithErrors";
          default -> "rejected";
        };
    listener.receipt(
        interchange,
        new InterchangeReceipt(ta1.get(1), ta1.get(2), ta1.get(3), status, code, ta1.get(5)));
  }

  @Override
  public void group(Segment header) {
    if (group != null || !sets.isEmpty()) {
      closeGroup(Optional.empty());
    }
    group = header;
  }

  @Override
  public Optional<SetSchemas.Known> set(Segment header) {
    set = envelopes.set(interchange, group, header);
    setFaults = new ArrayList<>();
    reading = null;
    misplaced = false;
    Optional<EdiFault> unknown = envelopes.unreadable(set, header);
    if (unknown.isPresent()) {
      add(unknown.get());
      return Optional.empty();
    }
    DocumentKind kind = set.kind().orElseThrow();
    SetHeader current = set;
    reading = Readings.of(kind, set, terms, this::add, item -> listener.stockItem(current, item));
    return SetSchemas.of(interchange.standard(), kind);
  }

  // What follows a segment at fault may stand where no reading expects it.
  @Override
  public void segment(Segment segment) {
    lastSegment = segment.position();
    if (reading != null && !misplaced) {
      reading.take(segment);
    }
  }

  private boolean accepted() {
    return setFaults.stream().allMatch(fault -> fault.unit() == Unit.LINE);
  }

  @Override
  public void fault(Found found) {
    boolean inSet = set != null && found.unit() == Unit.SET;
    misplaced |= inSet && found.kind().level() == FaultKind.Level.SEGMENT;
    Place place =
        new Place(
            interchange.control(),
            group == null ? "" : envelopes.groupControl(group),
            inSet ? set.control() : "",
            found.segment(),
            found.tag(),
            found.element(),
            found.component());
    add(new EdiFault(found.unit(), found.kind(), place, found.reason(), found.cure()));
  }

  private void add(EdiFault fault) {
    List<EdiFault> where =
        switch (fault.unit()) {
          case LINE, SET -> set == null ? ownFaults : setFaults;
          case GROUP -> groupFaults;
          default -> ownFaults;
        };
    if (where.size() < SetReport.MOST_FAULTS) {
      where.add(fault);
      listener.refused(fault);
    }
  }

  @Override
  public void setEnds() {
    EdiDocument document = reading != null && accepted() ? reading.ends(lastSegment + 1) : null;
    sets.add(new SetReport(set, List.copyOf(setFaults)));
    if (document != null && accepted()) {
      listener.document(set, document);
    }
    set = null;
    reading = null;
  }

  @Override
  public void groupEnds(Segment trailer) {
    closeGroup(Optional.of(trailer));
  }

  private void closeGroup(Optional<Segment> trailer) {
    if (group != null || !sets.isEmpty() || !groupFaults.isEmpty()) {
      groups.add(envelopes.group(group, trailer, List.copyOf(sets), List.copyOf(groupFaults)));
    }
    group = null;
    sets = new ArrayList<>();
    groupFaults = new ArrayList<>();
  }

  @Override
  public void interchangeEnds(String digest) {
    closeGroup(Optional.empty());
    listener.interchangeEnds(
        new InterchangeReport(interchange, List.copyOf(groups), List.copyOf(ownFaults), digest));
  }
}
