package io.serai.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the hub does at a channel; the words of {@code connector.yaml} and of deliveries. */
public enum Operation {
  ORDERS,
  ORDER,
  ACKNOWLEDGE,
  TRACKING,
  CANCELLATION,
  STOCK;

  /** The word, such as {@code tracking}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operation of that word. */
  public static Optional<Operation> of(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
