package io.serai.plan;

/** Refuses orders whose sums would not fit into a long: a wrong sum would choose a wrong plan. */
final class Overflow {
  private Overflow() {}

  static void check(Problem problem, Screening screening) {
    check(problem, problem.price, "price", screening);
    check(problem, problem.rank, "preference", screening);
    if (screening.rules().prioritize().contains(Priority.STOCK)) {
      check(problem, problem.stock, "stock", screening);
    }
  }

  private static void check(Problem problem, long[] measure, String name, Screening screening) {
    double most = 0;
    for (int item = 0; item < problem.items; item++) {
      double largest = 0;
      for (int i = problem.first[item]; i < problem.first[item + 1]; i++) {
        largest = Math.max(largest, measure[i]);
      }
      most += largest * problem.pieces[item];
    }
    for (long fee : problem.fee) {
      most += fee;
    }
    if (most > Long.MAX_VALUE / 4.0) {
      throw new IllegalArgumentException(
          "order "
              + screening.demand().order()
              + ": its "
              + name
              + " is too large to add up exactly; divide the order, or give smaller numbers");
    }
  }

  /** A sum and so many times a measure more; sticks at the largest number. */
  static long plus(long sum, long ofOne, long times) {
    try {
      return Math.addExact(sum, Math.multiplyExact(ofOne, times));
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
