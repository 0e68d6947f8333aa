package io.serai.exchange.fixed;

/** How a number says that it is negative. */
enum Sign {
  /** It cannot. */
  NONE,
  /** By + or - before it, or a blank for +. */
  LEADING,
  /** By + or - behind it, or a blank for +. */
  TRAILING,
  /** In its last digit, as COBOL does: {ABCDEFGHI for +0 to +9, }JKLMNOPQR for -0 to -9. */
  OVERPUNCH;

  private static final String POSITIVE = "{ABCDEFGHI";
  private static final String NEGATIVE = "}JKLMNOPQR";

  /** The number with a usual sign: nothing or - before it. */
  String read(String text) {
    return switch (this) {
      case NONE -> text.startsWith("-") || text.startsWith("+") ? "?" + text : text;
      case LEADING -> usual(text.charAt(0), text.substring(1).strip(), text);
      case TRAILING ->
          usual(text.charAt(text.length() - 1), text.substring(0, text.length() - 1).strip(), text);
      case OVERPUNCH -> unpunched(text);
    };
  }

  /** A number of 0 or more with its sign. */
  String write(String digits) {
    return switch (this) {
      case NONE -> digits;
      case LEADING -> "+" + digits;
      case TRAILING -> digits + "+";
      case OVERPUNCH ->
          digits.substring(0, digits.length() - 1)
              + POSITIVE.charAt(digits.charAt(digits.length() - 1) - '0');
    };
  }

  private static String usual(char sign, String digits, String whole) {
    return switch (sign) {
      case '+' -> digits;
      case '-' -> "-" + digits;
      default -> whole;
    };
  }

  private static String unpunched(String text) {
    char last = text.charAt(text.length() - 1);
    String before = text.substring(0, text.length() - 1);
    if (POSITIVE.indexOf(last) >= 0) {
      return before + POSITIVE.indexOf(last);
    }
    return NEGATIVE.indexOf(last) >= 0 ? "-" + before + NEGATIVE.indexOf(last) : text;
  }
}
