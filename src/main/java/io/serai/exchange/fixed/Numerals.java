package io.serai.exchange.fixed;

import java.math.BigDecimal;

/** Numbers as fields hold them. */
final class Numerals {
  private static final int MOST_DIGITS = 18;

  private Numerals() {}

  /** The number of a text without blanks around it; null when it is none. */
  static BigDecimal read(String text, Field field, char decimalMark) {
    String unpadded = withoutPadding(text, field);
    if (unpadded.isEmpty()) {
      return BigDecimal.ZERO;
    }
    String number = field.sign().read(unpadded);
    boolean negative = number.startsWith("-");
    String digits = negative ? number.substring(1) : number;
    BigDecimal read =
        field.decimals().isPresent()
            ? digits(digits, field.decimals().getAsInt())
            : withMark(digits, decimalMark);
    return read == null || !negative ? read : read.negate();
  }

  /** The number that digits are, some of which stand behind a mark that is not written. */
  static BigDecimal digits(String digits, int decimals) {
    return isDigits(digits) ? new BigDecimal(digits).movePointLeft(decimals) : null;
  }

  private static BigDecimal withMark(String text, char decimalMark) {
    int mark = text.indexOf(decimalMark);
    boolean number =
        mark < 0
            ? isDigits(text)
            : isDigits(text.substring(0, mark)) && isDigits(text.substring(mark + 1));
    return number ? new BigDecimal(text.replace(decimalMark, '.')) : null;
  }

  // Zeros before a number do not hurt; what else fills its field, or stands behind it, does.
  private static String withoutPadding(String text, Field field) {
    if (field.pad() == '0' || field.pad() == ' ') {
      return text;
    }
    int from = 0;
    int to = text.length();
    while (field.right() && from < to && text.charAt(from) == field.pad()) {
      from++;
    }
    while (!field.right() && to > from && text.charAt(to - 1) == field.pad()) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isDigits(String text) {
    int zeros = 0;
    while (zeros < text.length() && text.charAt(zeros) == '0') {
      zeros++;
    }
    return !text.isEmpty()
        && text.length() - zeros <= MOST_DIGITS
        && text.chars().allMatch(character -> character >= '0' && character <= '9');
  }
}
