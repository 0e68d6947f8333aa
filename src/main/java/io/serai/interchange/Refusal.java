package io.serai.interchange;

import io.serai.edi.EdiFault;
import io.serai.edi.SetReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why something of a file is not taken, and what a clerk does about it. */
record Refusal(String what, String cure) {
  private static final int MOST_SHOWN = 5;

  static Refusal of(EdiFault fault) {
    String place = fault.place().toString();
    return new Refusal(
        (place.isEmpty() ? "" : place + ": ") + fault.reason(), sentence(fault.cure()));
  }

  /**
   * Why a set is not taken; lines of it that are not, are put aside alone as long as they are few.
   */
  static List<Refusal> ofSet(SetReport set) {
    List<Refusal> refusals = new ArrayList<>();
    set.faults().stream()
        .filter(fault -> fault.unit() != EdiFault.Unit.LINE || set.hasTooMany())
        .forEach(fault -> refusals.add(of(fault)));
    return refusals;
  }

  /** All of them in one text, as far as a person reads it. */
  static String fault(String file, List<Refusal> refusals) {
    int more = refusals.size() - MOST_SHOWN;
    return file
        + ": "
        + refusals.stream().limit(MOST_SHOWN).map(Refusal::what).collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  static String sentence(String cure) {
    return cure.substring(0, 1).toUpperCase(Locale.ROOT)
        + cure.substring(1)
        + (cure.endsWith(".") ? "" : ".");
  }
}
