package io.serai.edi;

/**
 * The characters that part an interchange.
 *
 * @param repetition 0 where there is none
 * @param release 0 where there is none, as in X12
 * @param decimal the decimal mark, which UNA names
 */
public record Delimiters(
    char segment, char element, char component, char repetition, char release, char decimal) {
  /** As most X12 partners write. */
  public static final Delimiters X12 = new Delimiters('~', '*', '>', '^', '\0', '.');

  /** As EDIFACT is written where no UNA says otherwise. */
  public static final Delimiters EDIFACT = new Delimiters('\'', '+', ':', '*', '?', '.');

  /** Whether a character parts something, and may not stand in data as it is. */
  public boolean contains(char c) {
    return c == segment
        || c == element
        || c == component
        || c == repetition && repetition != 0 && repetition != ' '
        || c == release && release != 0 && release != ' ';
  }
}
