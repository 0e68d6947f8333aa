package io.serai.intake;

import io.serai.order.IncomingOrder;
import io.serai.order.OrderLine;
import io.serai.order.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a revision beside those that are here. A line is known by the channel's own id of
 * it, since numbers can move up when a line before is taken away.
 *
 * @param changes of lines that are here
 * @param added lines that are not, of which units are to be sent
 */
record LineComparison(List<LineChange> changes, List<IncomingOrder.Line> added) {

  /**
   * Compares.
   *
   * @param said what was said of each line before, by its id
   * @param recalled the units of each line that its supplier is asked not to ship, by its id
   */
  static LineComparison of(
      List<OrderLine> lines,
      Map<Long, Said> said,
      Map<Long, Integer> recalled,
      IncomingOrder order) {
    List<Family> unmatched = new ArrayList<>(Family.of(lines, said));
    List<LineChange> changes = new ArrayList<>();
    List<IncomingOrder.Line> added = new ArrayList<>();
    for (IncomingOrder.Line line : order.lines()) {
      Optional<Family> known = match(unmatched, line);
      known.ifPresentOrElse(
          family -> {
            unmatched.remove(family);
            changes.add(LineChange.of(family, recalled(family, recalled), line));
          },
          () -> added.add(line));
    }
    for (Family family : unmatched) {
      changes.add(
          order.linesWhole()
              ? LineChange.gone(family, recalled(family, recalled))
              : LineChange.unnamed(family));
    }
    return new LineComparison(
        List.copyOf(changes),
        numbered(added.stream().filter(line -> line.wanted() > 0).toList(), lines));
  }

  private static Optional<Family> match(List<Family> families, IncomingOrder.Line line) {
    return families.stream()
        .filter(family -> family.sold().externalId().equals(line.externalId()))
        .min(Comparator.comparing((Family family) -> !family.sold().line().equals(line.line())));
  }

  // The number of a line that was taken away may be another's by now; here it stays the first's.
  private static List<IncomingOrder.Line> numbered(
      List<IncomingOrder.Line> added, List<OrderLine> lines) {
    Set<String> taken = new HashSet<>();
    lines.forEach(line -> taken.add(line.line()));
    List<IncomingOrder.Line> numbered = new ArrayList<>();
    for (IncomingOrder.Line line : added) {
      String number = line.line();
      for (int next = 2; !taken.add(number); next++) {
        number = line.line() + "+" + next;
      }
      numbered.add(
          new IncomingOrder.Line(
              number,
              line.externalId(),
              line.sku(),
              line.title(),
              line.quantity(),
              line.cancelled(),
              line.shipped(),
              line.unitPrice()));
    }
    return numbered;
  }

  private static int recalled(Family family, Map<Long, Integer> recalled) {
    return family.ids().stream().mapToInt(id -> recalled.getOrDefault(id, 0)).sum();
  }
}
