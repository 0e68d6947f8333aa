package io.serai.config;

/** How well one colour can be read on another, by WCAG 2.2; colours are {@code #rrggbb}. */
public final class Contrast {
  /** The ratio that text must have: success criterion 1.4.3, level AA. */
  public static final double READABLE = 4.5;

  /** What the accent of a page stands on. */
  public static final String PAPER = "#ffffff";

  /** The text of a page. */
  public static final String TEXT = "#23211d";

  private Contrast() {}

  /** Whether text of one colour can be read on the other. */
  public static boolean isReadable(String one, String other) {
    return ratio(one, other) >= READABLE;
  }

  /** The contrast ratio, from 1 to 21. */
  public static double ratio(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String color) {
    return 0.2126 * linear(color, 1) + 0.7152 * linear(color, 3) + 0.0722 * linear(color, 5);
  }

  private static double linear(String color, int at) {
    double share = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
