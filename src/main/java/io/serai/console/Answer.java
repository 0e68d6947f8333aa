package io.serai.console;

import java.util.List;
import java.util.Map;

/** What the console answers. */
public sealed interface Answer {

  /**
   * A page.
   *
   * @param template its name under {@code console}
   * @param facts what it shows
   */
  record Page(int status, String template, Map<String, Object> facts) implements Answer {
    /** A page that shows what was asked for. */
    public Page(String template, Map<String, Object> facts) {
      this(200, template, facts);
    }
  }

  /**
   * Something was done: the browser goes to a page that shows it.
   *
   * @param to below {@code /console}
   * @param said what was done, in one sentence
   */
  record Done(String to, String said) implements Answer {}

  /**
   * Nothing was done.
   *
   * @param to the page to go back to, below {@code /console}
   * @param why what is wrong, and what to do
   */
  record Refused(String to, String why) implements Answer {}

  /**
   * A table to keep.
   *
   * @param name of the file, without its ending
   * @param rows the first of which names the columns
   */
  record Table(String name, List<List<String>> rows) implements Answer {}

  /**
   * Something as it was received or sent.
   *
   * @param name of the file
   */
  record Bytes(String name, byte[] content) implements Answer {}
}
