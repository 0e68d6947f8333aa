package io.serai.config;

import java.util.Comparator;

/**
 * One mistake in a file that a person wrote: where it stands, what is wrong, and what to write
 * instead. Never carries the text of a secret.
 *
 * @param file the file, as the person knows it
 * @param line the line, counted from one
 * @param what what is wrong
 * @param cure what to write instead
 */
public record Fault(String file, int line, String what, String cure) implements Comparable<Fault> {
  private static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::what);

  /** By file, then by line. */
  @Override
  public int compareTo(Fault other) {
    return ORDER.compare(this, other);
  }

  /** The line that is printed: {@code file:line: what is wrong, what to write instead}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + ", " + cure;
  }
}
