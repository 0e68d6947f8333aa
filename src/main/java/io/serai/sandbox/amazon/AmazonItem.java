package io.serai.sandbox.amazon;

import io.serai.sandbox.order.SoldLine;

/** One line of an order, and how much of it has been shipped. */
final class AmazonItem {
  private final String id;
  private final SoldLine line;
  private int fulfilled;

  AmazonItem(String id, SoldLine line) {
    this.id = id;
    this.line = line;
  }

  String id() {
    return id;
  }

  SoldLine line() {
    return line;
  }

  int fulfilled() {
    return fulfilled;
  }

  int open() {
    return line.quantity() - fulfilled;
  }

  void fulfil(int units) {
    fulfilled += units;
  }
}
