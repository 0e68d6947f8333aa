package io.serai.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in a person's words what the YAML parser stumbled over. */
final class YamlSyntax {
  /** What the parser says, and what that means for the one who wrote the line. */
  private record Saying(String parser, String what, String cure) {}

  private static final List<Saying> SAYINGS =
      List.of(
          new Saying("TAB", "a tab where YAML wants spaces", "indent with spaces"),
          new Saying("\\t", "a tab where YAML wants spaces", "indent with spaces"),
          new Saying(
              "mapping values are not allowed here",
              "a \": \" where no key can stand",
              "put the value in quotes if the colon belongs to it, or align this line with the"
                  + " keys beside it"),
          new Saying(
              "could not find expected ':'",
              "a line with neither a colon nor a dash",
              "write \"key: value\", with a space behind the colon"),
          new Saying(
              "found unexpected end of stream", "the file ends within a quote", "close the quote"),
          new Saying(
              "expected <block end>",
              "the line is not aligned with the ones above",
              "give keys of one block the same indentation"),
          new Saying(
              "expected ',' or ']'", "a list in [ ] is not closed", "write \",\" or \"]\" here"),
          new Saying(
              "expected ',' or '}'", "a block in { } is not closed", "write \",\" or \"}\" here"),
          new Saying(
              "that cannot start any token",
              "a character that a plain value cannot start with",
              "put the value in quotes"),
          new Saying(
              "undefined alias",
              "a * refers to an anchor that is not defined above",
              "put the value in quotes if the * belongs to it"),
          new Saying(
              "expected a single document", "a second document starts here", "remove the ---"),
          new Saying(
              "unknown escape character",
              "a backslash in double quotes starts no known escape",
              "use single quotes, or double the backslash"));

  private static final Pattern OPEN_QUOTE =
      Pattern.compile("\\s*(- )*([\\w.-]+:\\s+)?(\"([^\"\\\\]|\\\\.)*|'[^']*)");

  private YamlSyntax() {}

  static Fault fault(String file, String text, YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      int line = marked.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      return openQuote(file, text, line).orElseGet(() -> said(file, line, marked.getProblem()));
    }
    if (e instanceof ReaderException reader) {
      int end = Math.min(text.length(), text.offsetByCodePoints(0, limit(text, reader)));
      int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
      String what = "a character that YAML does not allow (code %d)";
      return new Fault(file, line, what.formatted(reader.getCodePoint()), "remove it");
    }
    return said(file, 1, e.getMessage());
  }

  /** A quote left open swallows lines until the next one, far from where it was forgotten. */
  private static Optional<Fault> openQuote(String file, String text, int problem) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < Math.min(problem, lines.size()); i++) {
      if (OPEN_QUOTE.matcher(lines.get(i)).matches()) {
        return Optional.of(
            new Fault(file, i + 1, "a quote is opened here and not closed", "close the quote"));
      }
    }
    return Optional.empty();
  }

  private static int limit(String text, ReaderException reader) {
    return Math.max(0, Math.min(reader.getPosition(), text.codePointCount(0, text.length())));
  }

  private static Fault said(String file, int line, String problem) {
    return SAYINGS.stream()
        .filter(saying -> problem.contains(saying.parser()))
        .findFirst()
        .map(saying -> new Fault(file, line, saying.what(), saying.cure()))
        .orElseGet(
            () ->
                new Fault(
                    file,
                    line,
                    "not YAML: " + problem,
                    "look at this line and the one above: indentation, quotes, colons"));
  }
}
