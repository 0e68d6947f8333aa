package io.serai.page;

import io.serai.config.Contrast;
import java.util.Locale;

/** A shop's accent on the dark ground of a page at night. */
final class DarkGround {
  private static final String CARD = "#26241f";

  private DarkGround() {}

  /** The colour, made so much lighter that it can be read there. */
  static String readable(String color) {
    String lighter = color;
    for (int white = 5; !Contrast.isReadable(lighter, CARD); white += 5) {
      lighter = mixed(color, white / 100.0);
    }
    return lighter;
  }

  private static String mixed(String color, double white) {
    StringBuilder mixed = new StringBuilder("#");
    for (int at = 1; at < 7; at += 2) {
      int part = Integer.parseInt(color.substring(at, at + 2), 16);
      mixed.append(String.format(Locale.ROOT, "%02x", Math.round(part + (255 - part) * white)));
    }
    return mixed.toString();
  }
}
