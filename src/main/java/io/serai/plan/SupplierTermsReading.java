package io.serai.plan;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@code suppliers} block of the rules. */
final class SupplierTermsReading {
  private SupplierTermsReading() {}

  static Map<String, SupplierTerms> of(RuleNode node) {
    Map<String, SupplierTerms> terms = new HashMap<>();
    node.entries().forEach((supplier, block) -> terms.put(supplier, terms(block)));
    return terms;
  }

  private static SupplierTerms terms(RuleNode node) {
    node.keys("enabled", "countries", "minimumOrder", "cutOff", "timeZone", "workdays", "holidays");
    return new SupplierTerms(
        node.get("enabled").yes(true),
        node.get("countries").texts().stream()
            .map(country -> country.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        node.get("minimumOrder").money(),
        cutOff(node.get("cutOff")),
        zone(node.get("timeZone")),
        workdays(node.get("workdays")),
        node.get("holidays").dates());
  }

  private static Optional<LocalTime> cutOff(RuleNode node) {
    return node.isAbsent()
        ? Optional.empty()
        : Optional.of(node.parsed("a time of day in quotes, such as \"14:00\"", LocalTime::parse));
  }

  private static ZoneId zone(RuleNode node) {
    return node.isAbsent()
        ? ZoneOffset.UTC
        : node.parsed("a time zone such as Europe/Berlin", ZoneId::of);
  }

  private static Set<DayOfWeek> workdays(RuleNode node) {
    if (node.isAbsent()) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    return node.weekdays();
  }
}
