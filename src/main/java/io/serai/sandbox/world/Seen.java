package io.serai.sandbox.world;

/**
 * Something that arrived, and how often.
 *
 * @param what as it came the first time
 * @param times one, or more when it was repeated
 * @param changed how many of the repeats differed from the first
 */
public record Seen<T>(T what, int times, int changed) {
  /** The same thing after one more arrival. */
  Seen<T> again(T other) {
    return new Seen<>(what, times + 1, changed + (what.equals(other) ? 0 : 1));
  }
}
