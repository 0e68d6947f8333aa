package io.serai.sandbox.supplier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides of which purchase orders a supplier has a whim, and which. */
final class Whims {
  private final StockScript script;
  private final double share;
  private final Map<String, String> substitutes;

  /** What a supplier does with a purchase order. */
  enum Conduct {
    /** It answers and ships. */
    USUAL,
    /** It neither answers nor ships. */
    SILENT,
    /** It does not answer, and ships when it is asked not to. */
    CONTRARY,
    /** It ships a unit more than was asked. */
    GENEROUS,
    /** It ships another SKU in the place of what was asked. */
    INVENTIVE
  }

  /**
   * @param share of purchase orders, between 0 and 1
   */
  Whims(StockScript script, double share) {
    this.script = script;
    this.share = share;
    this.substitutes = substitutes(script.skus());
  }

  /** Which SKU is sent in the place of another: of each fifth one its neighbour. */
  static Map<String, String> substitutes(List<String> skus) {
    Map<String, String> others = new LinkedHashMap<>();
    for (int i = 0; i + 1 < skus.size(); i += 5) {
      others.put(skus.get(i), skus.get(i + 1));
    }
    return others;
  }

  /** The SKU that is sent in the place of this one; itself, if there is none. */
  String substitute(String sku) {
    return substitutes.getOrDefault(sku, sku);
  }

  Conduct of(String supplier, String purchaseOrder) {
    double fate = script.random("whim of " + supplier + " at " + purchaseOrder).nextDouble();
    if (fate >= share) {
      return Conduct.USUAL;
    }
    Conduct[] whims = {Conduct.SILENT, Conduct.CONTRARY, Conduct.GENEROUS, Conduct.INVENTIVE};
    return whims[(int) (fate / share * whims.length)];
  }
}
