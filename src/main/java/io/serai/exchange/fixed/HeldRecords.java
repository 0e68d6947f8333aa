package io.serai.exchange.fixed;

import java.util.ArrayList;
import java.util.List;

/**
 * The headers that hold for the lines to come. The order of their types in the layout is how they
 * stand in each other: a new one ends those of its own type and of the types behind it.
 */
final class HeldRecords {
  private List<PlacedRecord> nearestFirst = List.of();

  void hold(PlacedRecord header) {
    List<PlacedRecord> now = new ArrayList<>();
    now.add(header);
    nearestFirst.stream()
        .filter(before -> before.type().place() < header.type().place())
        .forEach(now::add);
    nearestFirst = List.copyOf(now);
  }

  List<PlacedRecord> nearestFirst() {
    return nearestFirst;
  }
}
