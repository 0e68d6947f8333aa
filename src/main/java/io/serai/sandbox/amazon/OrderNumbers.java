package io.serai.sandbox.amazon;

import java.util.Locale;
import java.util.SplittableRandom;

/** Numbers of Amazon's shape, the same for the same order each time. */
final class OrderNumbers {
  private static final String SHAPE = "\\d{3}-\\d{7}-\\d{7}";

  private OrderNumbers() {}

  /** An order's id; a name that is one already stays as it is. */
  static String of(String name) {
    if (name.matches(SHAPE)) {
      return name;
    }
    SplittableRandom random = random(name);
    return "%03d-%07d-%07d"
        .formatted(111 + random.nextInt(3), random.nextInt(10_000_000), random.nextInt(10_000_000));
  }

  /** The id of one item of an order, beyond what a double can hold. */
  static String item(String name, int index) {
    return String.format(
        Locale.ROOT, "%d%017d", 7 + index, random(name).nextLong(100_000_000_000_000_000L));
  }

  private static SplittableRandom random(String name) {
    long hash = 1469598103934665603L;
    for (char each : name.toCharArray()) {
      hash = (hash ^ each) * 1099511628211L;
    }
    return new SplittableRandom(hash);
  }
}
