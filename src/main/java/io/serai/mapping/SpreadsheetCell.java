package io.serai.mapping;

import java.util.regex.Pattern;

/** Text that somebody else wrote, for a file that a spreadsheet opens. */
public final class SpreadsheetCell {
  private static final Pattern NUMBER_OR_PHONE = Pattern.compile("[+-]?[0-9][0-9 ().-]*");

  private SpreadsheetCell() {}

  /** The text such that no spreadsheet takes it for a formula. */
  public static String safe(String text) {
    boolean startsLikeOne = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return startsLikeOne && !NUMBER_OR_PHONE.matcher(text).matches() ? "'" + text : text;
  }
}
