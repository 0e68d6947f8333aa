package io.serai.plan;

import java.util.List;

/**
 * One line of an order and all offers of its SKU.
 *
 * @param offers by supplier id
 * @param notes rules of the split that bear on the line, as sentences
 */
public record SeenLine(DemandLine line, List<SeenOffer> offers, List<String> notes) {
  /** Keeps its own copies. */
  public SeenLine {
    offers = List.copyOf(offers);
    notes = List.copyOf(notes);
  }
}
