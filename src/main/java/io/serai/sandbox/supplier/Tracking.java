package io.serai.sandbox.supplier;

import java.util.SplittableRandom;

/** Invents tracking numbers in the carriers' own shapes. */
final class Tracking {
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

  private Tracking() {}

  static String number(String carrier, SplittableRandom chance) {
    return switch (carrier) {
      case "UPS" -> "1Z" + text(chance, 6) + digits(chance, 10);
      case "USPS" -> "9400" + digits(chance, 18);
      case "FedEx" -> digits(chance, 12);
      case "DHL" -> "JJD" + digits(chance, 15);
      default -> "PR-" + digits(chance, 9);
    };
  }

  private static String digits(SplittableRandom chance, int length) {
    return chance
        .ints(length, 0, 10)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  private static String text(SplittableRandom chance, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
