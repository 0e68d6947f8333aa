package io.serai.edi.stream;

import java.util.Arrays;

/** One segment: its elements, and their components. */
public final class Segment {
  private final String tag;
  private final int position;
  private String[][] elements = new String[8][];
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
    if (element > count || elements[element - 1] == null) {
      return "";
    }
    String[] parts = elements[element - 1];
    return component > parts.length || parts[component - 1] == null ? "" : parts[component - 1];
  }

  // Only the first of the repetitions is kept; StAEDI has said already that there are too many.
  void set(int element, int component, String text) {
    if (element > elements.length) {
      elements = Arrays.copyOf(elements, Math.max(element, 2 * elements.length));
    }
    count = Math.max(count, element);
    String[] parts = elements[element - 1];
    if (parts == null || parts.length < component) {
      parts = parts == null ? new String[component] : Arrays.copyOf(parts, component);
      elements[element - 1] = parts;
    }
    parts[component - 1] = text;
  }
}
