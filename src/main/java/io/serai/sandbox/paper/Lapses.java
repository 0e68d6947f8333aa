package io.serai.sandbox.paper;

import java.util.SplittableRandom;

/**
 * What a partner does now and then because it may, or by mistake: by chance, and the mistakes for
 * the first time as soon as it can, so that a short run has them too.
 */
final class Lapses {
  private static final double IN_ONE_FILE = 0.25;
  private static final double IN_TWO_ANSWERS = 0.2;
  private static final double MISTAKE = 0.02;

  private final SplittableRandom chance;
  private final boolean mistakes;
  private boolean spoilt;
  private boolean doubled;

  /**
   * @param mistakes whether it makes any
   */
  Lapses(SplittableRandom chance, boolean mistakes) {
    this.chance = chance;
    this.mistakes = mistakes;
  }

  /** Whether several interchanges go into one file. */
  boolean putsInOneFile() {
    return chance.nextDouble() < IN_ONE_FILE;
  }

  /** Whether a purchase order is answered by two acknowledgments. */
  boolean answersTwice() {
    return chance.nextDouble() < IN_TWO_ANSWERS;
  }

  /** Whether one of two words of the same meaning is taken. */
  boolean takesTheOther() {
    return chance.nextBoolean();
  }

  /** Whether it spoils one of several sets. */
  boolean spoils() {
    boolean does = mistakes && (!spoilt || chance.nextDouble() < MISTAKE);
    spoilt |= does;
    return does;
  }

  /** Whether it puts up an interchange a second time. */
  boolean doubles() {
    boolean does = mistakes && (!doubled || chance.nextDouble() < MISTAKE);
    doubled |= does;
    return does;
  }
}
