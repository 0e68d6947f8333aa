package io.serai.action;

/**
 * What a deed has come to.
 *
 * @param changed whether anything is other than before; otherwise it was done already
 */
record Outcome(Done done, boolean changed) {
  static Outcome done(String said) {
    return new Outcome(new Done(said), true);
  }

  static Outcome already(String said) {
    return new Outcome(new Done(said), false);
  }
}
