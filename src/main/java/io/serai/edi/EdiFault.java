package io.serai.edi;

/**
 * Something that is wrong, where it is, and what a clerk does about it.
 *
 * @param unit how much is not taken because of it
 * @param line where the line begins that is not taken; of more than a line, {@link Place#FILE}
 */
public record EdiFault(
    Unit unit, FaultKind kind, Place place, Place line, String reason, String cure) {

  /** A fault of more than a line. */
  public EdiFault(Unit unit, FaultKind kind, Place place, String reason, String cure) {
    this(unit, kind, place, Place.FILE, reason, cure);
  }

  /** How much is not taken. */
  public enum Unit {
    /** Nothing of the file that follows. */
    FILE,
    /** All sets of the interchange. */
    INTERCHANGE,
    /** All sets of the group. */
    GROUP,
    /** The set. */
    SET,
    /** One line; the rest of its set is good. */
    LINE
  }

  /**
   * Where it is.
   *
   * @param segment counted from the header of the set as 1, else from that of the interchange; 0:
   *     none in particular
   * @param element 0: none in particular
   * @param component 0: none in particular
   */
  public record Place(
      String interchange,
      String group,
      String set,
      int segment,
      String tag,
      int element,
      int component) {
    /** The file as a whole. */
    public static final Place FILE = new Place("", "", "", 0, "", 0, 0);

    /**
     * As a clerk reads it: {@code interchange 000000101, set 0001, segment 14 (ACK), element 1}.
     */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      add(text, "interchange ", interchange);
      if (set.isEmpty()) {
        add(text, "group ", group);
      }
      add(text, "set ", set);
      if (segment > 0) {
        add(text, "segment ", segment + (tag.isEmpty() ? "" : " (" + tag + ")"));
      }
      add(text, "element ", element > 0 ? Integer.toString(element) : "");
      add(text, "component ", component > 0 ? Integer.toString(component) : "");
      return text.toString();
    }

    private static void add(StringBuilder text, String what, String value) {
      if (!value.isEmpty()) {
        text.append(text.isEmpty() ? "" : ", ").append(what).append(value);
      }
    }
  }

  /** Place, reason and cure in one line. */
  @Override
  public String toString() {
    String where = place.toString();
    return (where.isEmpty() ? "" : where + ": ") + reason + "; " + cure;
  }
}
