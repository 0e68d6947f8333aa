package io.serai.edi.stream;

import java.util.Arrays;

/** One segment: its elements, and their components. */
public final class Segment {
  private final String tag;
  private final int position;
  private String[] firsts = new String[8];
  // The components behind the first, of elements that have any.
  private String[][] others;
  private int count;

  /**
   * A segment without elements.
   *
   * @param position counted from the header of the set as 1
   */
  public Segment(String tag, int position) {
    this.tag = tag;
    this.position = position;
  }

  /** The tag, such as {@code PO1}. */
  public String tag() {
    return tag;
  }

  /** Where it stands, counted from the header of the set as 1. */
  public int position() {
    return position;
  }

  /** How many elements it has. */
  public int count() {
    return count;
  }

  /** An element, or its first component; empty where it has none. */
  public String get(int element) {
    return get(element, 1);
  }

  /** A component of an element; empty where it has none. */
  public String get(int element, int component) {
    if (element > count) {
      return "";
    }
    String text = component == 1 ? firsts[element - 1] : other(element, component);
    return text == null ? "" : text;
  }

  private String other(int element, int component) {
    String[] parts = others == null || element > others.length ? null : others[element - 1];
    return parts == null || component - 2 >= parts.length ? null : parts[component - 2];
  }

  // Only the first of the repetitions is kept; StAEDI has said already that there are too many.
  void set(int element, int component, String text) {
    if (element > firsts.length) {
      firsts = Arrays.copyOf(firsts, Math.max(element, 2 * firsts.length));
    }
    count = Math.max(count, element);
    if (component == 1) {
      firsts[element - 1] = text;
    } else {
      setOther(element, component - 2, text);
    }
  }

  private void setOther(int element, int index, String text) {
    if (others == null) {
      others = new String[firsts.length][];
    } else if (element > others.length) {
      others = Arrays.copyOf(others, firsts.length);
    }
    String[] parts = others[element - 1];
    if (parts == null || parts.length <= index) {
      parts = parts == null ? new String[index + 1] : Arrays.copyOf(parts, index + 1);
      others[element - 1] = parts;
    }
    parts[index] = text;
  }
}
