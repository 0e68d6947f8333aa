package io.serai.edi.stream;

import io.serai.edi.EdiFault.Unit;
import io.serai.edi.FaultKind;
import io.serai.edi.stream.SetSink.Found;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one interchange by StAEDI, and hands on its segments and what is wrong. */
final class InterchangeReader {
  // Partners put these in any order, and their meaning does not hang on it.
  private static final Set<String> ANYWHERE =
      Set.of(
          "CUR", "REF", "PER", "TAX", "FOB", "SAC", "ITD", "DTM", "PID", "MEA", "PKG", "PO4", "TD1",
          "TD3", "TD5", "MAN", "MSG", "N9", "N1", "N2", "N3", "N4", "CTP", "TXI", "AMT", "RFF",
          "NAD", "LOC", "FTX", "CTA", "COM", "PIA", "IMD", "MOA", "PRI", "ALC", "PCD", "PAC", "PCI",
          "GIN", "TDT", "TOD", "CUX", "CNT");

  private final InterchangeStream stream;
  private final EDIStreamReader reader;
  private final SetSink sink;
  private Segment segment;
  private Map<String, WholeSegment> segments = Map.of();
  private boolean inSet;
  private boolean inGroup;
  private boolean known;
  private boolean mended;
  private boolean envelopeMended;
  private int tooMany;
  private boolean behind;
  private long handed;
  private int position;
  private int all;

  InterchangeReader(InterchangeStream stream, Header header, SetSink sink) throws IOException {
    this.stream = stream;
    this.sink = sink;
    SetSchemas.load();
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, "false");
    try {
      this.reader =
          factory.createEDIStreamReader(
              stream,
              header.charset().name(),
              SetSchemas.control(header.standard(), header.version()));
    } catch (EDIStreamException e) {
      throw new IllegalStateException("a charset of our own choice is unknown", e);
    }
  }

  /** Reads to the end; what cannot be read is handed on as a fault of the interchange. */
  void read() throws IOException {
    try {
      for (EDIStreamEvent event = next(); event != null; event = next()) {
        event(event);
      }
    } catch (EDIStreamException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      notes(Long.MAX_VALUE);
      unreadable(e);
      drain();
    }
    notes(Long.MAX_VALUE);
    sink.interchangeEnds(stream.digest());
  }

  // StAEDI is written for good files, and what it throws for others is not always its own.
  private EDIStreamEvent next() throws EDIStreamException {
    try {
      return reader.hasNext() ? reader.next() : null;
    } catch (RuntimeException e) {
      throw new EDIStreamException("StAEDI fails by " + e, reader.getLocation(), e);
    }
  }

  private void event(EDIStreamEvent event) {
    switch (event) {
      case START_SEGMENT -> starts();
      case ELEMENT_DATA -> element();
      case END_SEGMENT -> ends();
      case SEGMENT_ERROR -> segmentError();
      case ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> elementError();
      default -> {
        // Loops and composites are told by their segments and elements.
      }
    }
  }

  private void starts() {
    String tag = reader.getText();
    arrive(tag);
    if (!segment.tag().equals(tag)) {
      segment = new Segment(tag, inSet ? position : all);
    }
    if (tag.equals("ST") || tag.equals("UNH")) {
      // The schema is wanted before the first segment behind the header is met.
      segments = Map.of();
    }
  }

  // A fault of a segment is told before its start, so both come here, and the first one counts.
  private void arrive(String tag) {
    if (segment != null) {
      return;
    }
    if (tag.equals("UNA")) {
      segment = new Segment(tag, 0);
      return;
    }
    handed++;
    tooMany = 0;
    behind = false;
    notes(handed);
    all++;
    position++;
    if (tag.equals("ST") || tag.equals("UNH")) {
      inSet = true;
      mended = false;
      position = 1;
    }
    segment = new Segment(tag, inSet ? position : all);
  }

  private void notes(long upTo) {
    for (Note note = stream.noteBefore(upTo); note != null; note = stream.noteBefore(upTo)) {
      mended |= note.inSet();
      envelopeMended |= !note.inSet();
      position++;
      all++;
      sink.fault(
          new Found(
              note.unit(),
              note.kind(),
              note.position(),
              note.tag(),
              0,
              0,
              note.reason(),
              note.cure()));
    }
  }

  private void element() {
    Location at = reader.getLocation();
    if (behind) {
      checkBehind(at);
    }
    if (at.getElementOccurrence() <= 1) {
      segment.set(
          at.getElementPosition(), Math.max(1, at.getComponentPosition()), reader.getText());
    }
  }

  private void ends() {
    Segment whole = segment;
    segment = null;
    switch (whole.tag()) {
      case "ISA", "UNB" -> sink.interchange(whole);
      case "GS", "UNG" -> {
        inGroup = true;
        sink.group(whole);
      }
      case "ST", "UNH" -> setBegins(whole);
      case "SE", "UNT" -> {
        inSet = false;
        sink.setEnds();
      }
      case "GE", "UNE" -> {
        inGroup = false;
        sink.groupEnds(whole);
      }
      case "TA1" -> sink.receipt(whole);
      default -> {
        if (inSet && known) {
          sink.segment(whole);
        }
      }
    }
  }

  private void setBegins(Segment header) {
    Optional<SetSchemas.Known> schema = sink.set(header);
    known = schema.isPresent();
    segments = schema.map(SetSchemas.Known::segments).orElse(Map.of());
    reader.setTransactionSchema(schema.map(SetSchemas.Known::slim).orElse(null));
  }

  private void segmentError() {
    EDIStreamValidationError error = reader.getErrorType();
    String tag = reader.getText();
    boolean missing = error == EDIStreamValidationError.MANDATORY_SEGMENT_MISSING;
    arrive(missing ? reader.getLocation().getSegmentTag() : tag);
    if (!known || !inSet || !segments.containsKey(tag)) {
      return;
    }
    boolean outOfPlace =
        error == EDIStreamValidationError.UNEXPECTED_SEGMENT
            || error == EDIStreamValidationError.SEGMENT_NOT_IN_PROPER_SEQUENCE
            || error == EDIStreamValidationError.SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET;
    if (outOfPlace && ANYWHERE.contains(tag)) {
      return;
    }
    int where = missing ? position : segment.position();
    StaediErrors.Said said = StaediErrors.segment(error, tag, segment.tag());
    sink.fault(new Found(Unit.SET, said.kind(), where, tag, 0, 0, said.reason(), said.cure()));
  }

  private void elementError() {
    EDIStreamValidationError error = reader.getErrorType();
    Location at = reader.getLocation();
    String tag = at.getSegmentTag();
    arrive(tag);
    if (inSet && !known && !StaediErrors.isTrailer(tag)
        || StaediErrors.isHarmless(tag, error)
        || isOfTheWhole(tag, error, at.getElementPosition())
        || error == EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT
            && (inSet ? mended : envelopeMended)
        || error == EDIStreamValidationError.TOO_MANY_DATA_ELEMENTS && tooMany++ > 0
        || inSet && !segments.containsKey(tag) && !StaediErrors.isControl(tag)) {
      return;
    }
    String text = StaediErrors.isOfNothing(error) ? "" : reader.getText();
    tell(error, at, Math.max(0, at.getComponentPosition()), text);
  }

  // What the slim schema has no place for, and the standard has.
  private boolean isOfTheWhole(String tag, EDIStreamValidationError error, int element) {
    WholeSegment whole = segments.get(tag);
    if (!inSet || whole == null) {
      return false;
    }
    return switch (error) {
      case TOO_MANY_DATA_ELEMENTS -> {
        behind |= whole.has(element);
        yield whole.has(element);
      }
      case TOO_MANY_COMPONENTS, TOO_MANY_REPETITIONS -> whole.isAnything(element);
      default -> false;
    };
  }

  private void checkBehind(Location at) {
    WholeSegment whole = segments.get(segment.tag());
    int element = at.getElementPosition();
    if (!whole.has(element) || whole.isAnything(element)) {
      return;
    }
    int component = Math.max(0, at.getComponentPosition());
    String text = reader.getText();
    boolean second = at.getElementOccurrence() > 1 && !segment.get(element).isEmpty();
    if (second && component <= 1 && !text.isEmpty()) {
      tell(EDIStreamValidationError.TOO_MANY_REPETITIONS, at, 0, component == 0 ? text : "");
    }
    whole
        .wrong(element, component, text.length())
        .ifPresent(wrong -> tell(wrong, at, whole.shown(element, component), text));
  }

  private void tell(EDIStreamValidationError error, Location at, int component, String text) {
    String tag = at.getSegmentTag();
    StaediErrors.Said said = StaediErrors.element(error, tag, text);
    Unit unit = inSet ? Unit.SET : inGroup || tag.equals("GS") ? Unit.GROUP : Unit.INTERCHANGE;
    sink.fault(
        new Found(
            unit,
            said.kind(),
            segment.position(),
            tag,
            at.getElementPosition(),
            component,
            said.reason(),
            said.cure()));
  }

  private void unreadable(EDIStreamException e) {
    sink.fault(
        new Found(
            Unit.INTERCHANGE,
            FaultKind.ENVELOPE,
            inSet ? position : all,
            "",
            0,
            0,
            "it cannot be read from here on (" + Shown.text(String.valueOf(e.getMessage())) + ")",
            "ask the sender to correct it; nothing of this interchange is taken"));
  }

  private void drain() throws IOException {
    byte[] rest = new byte[8192];
    while (stream.read(rest, 0, rest.length) >= 0) {
      notes(Long.MAX_VALUE);
    }
  }
}
