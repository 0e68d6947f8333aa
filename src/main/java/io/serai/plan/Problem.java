package io.serai.plan;

/**
 * An order and the offers that may serve it, as numbers. Suppliers are numbered by their ids, lines
 * stand by {@link LineOrder}.
 *
 * <p>What is chosen together is one item: one SKU, whose pieces are its units; or a set of SKUs
 * that must come in one shipment, which is a single piece that stands for all its units. An item's
 * options are numbered from {@code first[item]} to below {@code first[item + 1]}, one for each
 * supplier that has some of it.
 */
final class Problem {
  /** Supplier ids, sorted. */
  String[] suppliers;

  /** What each supplier takes for a shipment, in the smallest unit of the price. */
  long[] fee;

  /** The least value of goods each supplier sends for, in the smallest unit of the price. */
  long[] minimum;

  /** Is any minimum above 0? */
  boolean hasMinimums;

  /** Decimals of a price. */
  int priceScale;

  DemandLine[] lines;
  int[] skuOfLine;
  String[] skus;
  long[] wanted;

  int items;

  /** The SKUs of each item; null when item and SKU numbers are the same. */
  int[][] skusOfItem;

  long[] pieces;

  /** Units that one piece stands for. */
  long[] weight;

  /** Must all pieces of the item come from one supplier? */
  boolean[] single;

  /** Sets of items that ship whole or not at all. */
  int[][] allOrNone;

  int[] first;
  int[] supplier;
  long[] capacity;
  int[] lead;

  /** Of one piece: its cost, its stock measure and its rank. */
  long[] price;

  long[] stock;
  long[] rank;

  long allSuppliers() {
    return suppliers.length == 64 ? -1L : (1L << suppliers.length) - 1;
  }

  /** The SKUs whose units one piece of the item stands for. */
  int[] skusOf(int item) {
    return skusOfItem == null ? new int[] {item} : skusOfItem[item];
  }

  /** Makes room for so many options. */
  void makeOptions(int count) {
    supplier = new int[count];
    capacity = new long[count];
    lead = new int[count];
    price = new long[count];
    stock = new long[count];
    rank = new long[count];
  }

  /** The pieces of an item that a set of suppliers can ship. */
  long reach(int item, long set) {
    long has = 0;
    for (int i = first[item]; i < first[item + 1]; i++) {
      if ((set >>> supplier[i] & 1) != 0) {
        has = single[item] ? Math.max(has, capacity[i]) : has + capacity[i];
      }
    }
    return Math.min(has, pieces[item]);
  }
}
