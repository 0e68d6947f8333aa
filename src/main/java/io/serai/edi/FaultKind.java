package io.serai.edi;

/**
 * What is wrong, with the codes by which acknowledgments say so.
 *
 * <p>X12: segments by element 720 (AK304), elements by 723 (AK403), sets by 718 (AK502), groups by
 * 716 (AK905), interchanges by I18 (TA105). EDIFACT: all by element 0085.
 */
public enum FaultKind {
  /** It cannot be told from what was sent. */
  NO_INTERCHANGE(Level.INTERCHANGE, "024", "18"),
  /** The header of the interchange is not as the standard has it. */
  HEADER(Level.INTERCHANGE, "022", "12"),
  /** A segment stands where the envelope has no place for it. */
  ENVELOPE(Level.INTERCHANGE, "022", "15"),
  /** Another interchange has come with its control number. */
  REPEATED(Level.INTERCHANGE, "025", "26"),
  /** The end is missing, so it was cut short. */
  CUT_SHORT(Level.INTERCHANGE, "023", "13"),
  /** The interchange's trailer has another control number than its header. */
  INTERCHANGE_NUMBER(Level.INTERCHANGE, "001", "28"),
  /** The interchange's trailer counts otherwise. */
  INTERCHANGE_COUNT(Level.INTERCHANGE, "021", "29"),
  /** A segment stands in a group, but in no set. */
  GROUP_ENVELOPE(Level.GROUP, "1", "15"),
  /** The group has no trailer. */
  GROUP_CUT_SHORT(Level.GROUP, "3", "13"),
  /** The group's trailer has another control number than its header. */
  GROUP_NUMBER(Level.GROUP, "4", "28"),
  /** The group's trailer counts otherwise. */
  GROUP_COUNT(Level.GROUP, "5", "29"),
  /** A set of a type that we do not read. */
  UNKNOWN_DOCUMENT(Level.SET, "1", "14"),
  /** A set of a version that we do not read. */
  UNKNOWN_VERSION(Level.SET, "1", "14"),
  /** The set has no trailer. */
  SET_CUT_SHORT(Level.SET, "2", "13"),
  /** The set's trailer has another control number than its header. */
  SET_NUMBER(Level.SET, "3", "28"),
  /** The set's trailer counts otherwise. */
  SET_COUNT(Level.SET, "4", "29"),
  /** The set has more lines than we take. */
  TOO_LARGE(Level.SET, "5", "18"),
  /** What stands for a segment is none. */
  NO_SEGMENT(Level.SEGMENT, "1", "15"),
  /** A segment stands in the wrong place. */
  SEGMENT_PLACE(Level.SEGMENT, "2", "15"),
  /** A needed segment is missing. */
  SEGMENT_MISSING(Level.SEGMENT, "3", "13"),
  /** A loop occurs too often. */
  LOOP_TOO_OFTEN(Level.SEGMENT, "4", "36"),
  /** A segment occurs too often. */
  SEGMENT_TOO_OFTEN(Level.SEGMENT, "5", "35"),
  /** A needed element is missing. */
  ELEMENT_MISSING(Level.ELEMENT, "1", "13"),
  /** An element is missing that another one asks for. */
  ELEMENT_CONDITION(Level.ELEMENT, "2", "13"),
  /** There are more elements, components or repetitions than the segment has. */
  TOO_MANY_ELEMENTS(Level.ELEMENT, "3", "16"),
  /** An element is too short. */
  TOO_SHORT(Level.ELEMENT, "4", "40"),
  /** An element is too long. */
  TOO_LONG(Level.ELEMENT, "5", "39"),
  /** An element holds a character that it may not hold. */
  CHARACTER(Level.ELEMENT, "6", "37"),
  /** An element holds a code that we do not know. */
  CODE(Level.ELEMENT, "7", "12"),
  /** An element is no date. */
  DATE(Level.ELEMENT, "8", "12"),
  /** An element is no time. */
  TIME(Level.ELEMENT, "9", "12"),
  /** An element is there that another one rules out. */
  EXCLUSION(Level.ELEMENT, "10", "15"),
  /** It can be read, but makes no sense. */
  MEANING(Level.ELEMENT, "7", "12");

  /** What an acknowledgment hangs the code on. */
  public enum Level {
    /** The interchange. */
    INTERCHANGE,
    /** The group. */
    GROUP,
    /** The set. */
    SET,
    /** A segment. */
    SEGMENT,
    /** An element. */
    ELEMENT
  }

  private final Level level;
  private final String x12;
  private final String edifact;

  FaultKind(Level level, String x12, String edifact) {
    this.level = level;
    this.x12 = x12;
    this.edifact = edifact;
  }

  /** What an acknowledgment hangs the code on. */
  public Level level() {
    return level;
  }

  /** The code in an acknowledgment of this standard. */
  public String code(Standard standard) {
    return standard == Standard.X12 ? x12 : edifact;
  }
}
