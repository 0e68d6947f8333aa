package io.serai.plan;

import java.util.Comparator;

/** The order of line ids: numbers by their value, before all other ids by their letters. */
enum LineOrder implements Comparator<DemandLine> {
  BY_ID;

  @Override
  public int compare(DemandLine a, DemandLine b) {
    boolean numberA = isNumber(a.line());
    boolean numberB = isNumber(b.line());
    if (numberA && numberB && a.line().length() != b.line().length()) {
      return Integer.compare(a.line().length(), b.line().length());
    }
    return numberA == numberB ? a.line().compareTo(b.line()) : numberA ? -1 : 1;
  }

  private static boolean isNumber(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return !id.isEmpty() && id.charAt(0) != '0';
  }
}
