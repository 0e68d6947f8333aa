package io.serai.edi.stream;

/** What a file says, as a message may quote it. */
public final class Shown {
  private static final int MOST = 40;

  private Shown() {}

  /** The text on one line, not too long, without control characters. */
  public static String text(String raw) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < raw.length() && i < MOST; i++) {
      char c = raw.charAt(i);
      shown.append(Character.isISOControl(c) ? String.format("\\x%02X", (int) c) : c);
    }
    return raw.length() > MOST ? shown + "..." : shown.toString();
  }
}
