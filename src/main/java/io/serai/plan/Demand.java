package io.serai.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one order wants.
 *
 * @param channel the channel that sold it; rules may depend on it
 * @param country the destination as an ISO 3166-1 alpha-2 code; empty when it is not known
 * @param lines at least one; their order does not matter
 */
public record Demand(String order, String channel, String country, List<DemandLine> lines) {
  /** Checks the order and keeps its own copy of the lines. */
  public Demand {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(country, "country");
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("order " + order + ": has no lines; give at least one");
    }
    Set<String> seen = new HashSet<>(lines.size() * 2);
    for (DemandLine line : lines) {
      if (!seen.add(line.line())) {
        throw new IllegalArgumentException(
            "order "
                + order
                + ": line "
                + line.line()
                + " stands twice; give each line its own id");
      }
    }
  }
}
