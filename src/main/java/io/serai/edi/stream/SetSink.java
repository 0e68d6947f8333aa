package io.serai.edi.stream;

import io.serai.edi.EdiFault.Unit;
import io.serai.edi.FaultKind;
import java.util.Optional;

/** Who is given the segments of an interchange, one after the other, with what is wrong in them. */
public interface SetSink {

  /** What StAEDI or the envelope finds wrong. */
  record Found(
      Unit unit,
      FaultKind kind,
      int segment,
      String tag,
      int element,
      int component,
      String reason,
      String cure) {}

  /** ISA or UNB. */
  void interchange(Segment header);

  /** TA1. */
  void receipt(Segment ta1);

  /** GS or UNG. */
  void group(Segment header);

  /**
   * ST or UNH.
   *
   * @return the schema to read the set by; empty: its segments are passed over
   */
  Optional<SetSchemas.Known> set(Segment header);

  /** A segment inside of the set. */
  void segment(Segment segment);

  /** Something is wrong in the set, the group or the interchange, as its unit says. */
  void fault(Found found);

  /** SE or UNT has been read. */
  void setEnds();

  /** GE or UNE has been read. */
  void groupEnds(Segment trailer);

  /**
   * The interchange is over.
   *
   * @param digest of its content
   */
  void interchangeEnds(String digest);
}
