package io.serai.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * What the first lines of a route file say.
 *
 * @param what the stage does
 * @param in what it takes; empty when they do not say
 * @param out what it leaves; empty when they do not say
 */
record StageNotes(String what, String in, String out) {
  static StageNotes of(Path file) {
    try {
      return read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static StageNotes read(String text) {
    String comment =
        text.lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining(" "));
    String[] inside = (" " + comment).split(" In: ", 2);
    String[] around = inside.length > 1 ? inside[1].split(" Out: ", 2) : new String[] {""};
    return new StageNotes(
        inside[0].strip().replace("`", ""),
        plain(around[0]),
        around.length > 1 ? plain(around[1]) : "");
  }

  private static String plain(String text) {
    return text.strip().replace("`", "").replaceFirst("\\.$", "");
  }
}
