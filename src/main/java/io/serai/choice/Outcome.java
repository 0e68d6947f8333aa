package io.serai.choice;

/** What has become of a choice. */
public sealed interface Outcome {
  /** It has taken effect now. */
  record Done(Choice choice) implements Outcome {}

  /** It had taken effect before; nothing is changed. */
  record AlreadyDone() implements Outcome {}

  /** It is no longer possible; nothing is changed. */
  record TooLate(Why why) implements Outcome {}

  /** Why a choice is no longer possible. */
  enum Why {
    /** Nothing of the line waits any more: it ships, or is cancelled. */
    NOTHING_WAITS,
    /** The substitute cannot be had in full. */
    NOT_IN_STOCK,
    /** It was never offered: the line is of another order, or the SKU stands for nothing of it. */
    NOT_OFFERED
  }
}
