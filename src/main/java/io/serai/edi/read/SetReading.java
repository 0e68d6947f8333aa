package io.serai.edi.read;

import io.serai.edi.EdiFault;
import io.serai.edi.EdiFault.Place;
import io.serai.edi.EdiFault.Unit;
import io.serai.edi.FaultKind;
import io.serai.edi.ReadingTerms;
import io.serai.edi.SetHeader;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.StockItem;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes a document of the segments of one set. A value that cannot be understood refuses its line,
 * where it stands in one, and else the set.
 */
public abstract class SetReading {
  private final SetHeader header;
  private final Consumer<EdiFault> faults;
  private final Consumer<StockItem> stock;
  private final Values values;
  private boolean inLine;
  private boolean badLine;
  private int lineSegment;
  private String lineTag = "";
  private int lines;
  private BigDecimal hash = BigDecimal.ZERO;

  SetReading(
      SetHeader header, ReadingTerms terms, Consumer<EdiFault> faults, Consumer<StockItem> stock) {
    this.header = header;
    this.faults = faults;
    this.stock = stock;
    this.values = new Values(terms);
  }

  /** What every reading is made of. */
  record Made(
      SetHeader header, ReadingTerms terms, Consumer<EdiFault> faults, Consumer<StockItem> stock) {}

  SetReading(Made made) {
    this(made.header(), made.terms(), made.faults(), made.stock());
  }

  /** Takes the next segment. */
  public final void take(Segment segment) {
    try {
      segment(segment);
    } catch (Unreadable e) {
      tell(e, inLine ? Unit.LINE : Unit.SET);
      badLine |= inLine;
    }
  }

  /** The set is over: what it says. What is missing in it has been told as a fault. */
  public final EdiDocument ends(int lastSegment) {
    Segment end = new Segment("", lastSegment);
    try {
      endLine();
    } catch (Unreadable e) {
      tell(e, Unit.LINE);
    }
    try {
      return document(end);
    } catch (Unreadable e) {
      tell(e, Unit.SET);
      return null;
    }
  }

  abstract void segment(Segment segment);

  /** Called where a line is over, and good. */
  abstract void line();

  abstract EdiDocument document(Segment end);

  final void beginLine(Segment segment) {
    endLine();
    inLine = true;
    badLine = false;
    lineSegment = segment.position();
    lineTag = segment.tag();
    lines++;
    if (lines == values.terms().mostLines() + 1 && !manyLines()) {
      tell(
          new Unreadable(
              segment,
              0,
              0,
              FaultKind.TOO_LARGE,
              "the set has more than " + values.terms().mostLines() + " lines",
              "ask the sender for several sets"),
          Unit.SET);
    }
    if (lines > values.terms().mostLines() && !manyLines()) {
      badLine = true;
    }
  }

  boolean manyLines() {
    return false;
  }

  final void endLine() {
    if (inLine) {
      inLine = false;
      if (!badLine) {
        line();
      }
    }
  }

  final boolean inLine() {
    return inLine;
  }

  final int lines() {
    return lines;
  }

  final String linePlace() {
    return place(lineSegment, lineTag, 0, 0).toString();
  }

  final void stock(StockItem item) {
    stock.accept(item);
  }

  final SetHeader header() {
    return header;
  }

  final Values values() {
    return values;
  }

  /** A fault of the line that does not stand in the current segment, or of the set. */
  final void tell(Unreadable e, Unit unit) {
    Segment at = e.segment();
    faults.accept(
        new EdiFault(
            unit,
            e.kind(),
            place(at.position(), at.tag(), e.element(), e.component()),
            unit == Unit.LINE ? place(lineSegment, lineTag, 0, 0) : Place.FILE,
            e.getMessage(),
            e.cure()));
  }

  final Place place(int segment, String tag, int element, int component) {
    return new Place(
        header.interchange().control(),
        header.group(),
        header.control(),
        segment,
        tag,
        element,
        component);
  }

  final void addToHash(BigDecimal quantity) {
    hash = hash.add(quantity);
  }

  /** Compares a count of lines that the document gives with those that came. */
  final void checkCount(Segment segment, int element, int component, String what, int came) {
    endLine();
    BigDecimal told = values.number(segment, element, component);
    if (told.compareTo(BigDecimal.valueOf(came)) != 0) {
      throw new Unreadable(
          segment,
          element,
          component > 1 ? component : 0,
          FaultKind.SET_COUNT,
          "it counts " + told.toPlainString() + " " + what + ", and there are " + came,
          "something is missing or was added: ask the sender for it again");
    }
  }

  final BigDecimal hash() {
    return hash;
  }

  static <T> List<T> copy(List<T> list) {
    return List.copyOf(list);
  }

  static <T> List<T> list() {
    return new ArrayList<>();
  }
}
