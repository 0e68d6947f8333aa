package io.serai.check;

import io.serai.config.Fault;
import io.serai.mapping.MappingFault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a line what the jq parser says in forty. */
final class JqFault {
  private static final Pattern PARSER =
      Pattern.compile("Encountered \"\\s*(.*?)\" at line (\\d+), column (\\d+)", Pattern.DOTALL);
  private static final Pattern SCANNER =
      Pattern.compile("Lexical error at line (\\d+), column (\\d+)\\.\\s*Encountered: (.*)");

  private JqFault() {}

  /**
   * The fault for a program that does not compile.
   *
   * @param before the line of the file before the program's first
   */
  static Fault of(String file, int before, MappingFault fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    Matcher parser = PARSER.matcher(root.getMessage());
    Matcher scanner = SCANNER.matcher(root.getMessage());
    if (parser.find()) {
      return unexpected(file, before, parser.group(1), parser.group(2), parser.group(3));
    }
    return scanner.find()
        ? unexpected(file, before, scanner.group(3), scanner.group(1), scanner.group(2))
        : new Fault(
            file,
            before + 1,
            "not a jq program: " + root.getMessage().lines().findFirst().orElse(""),
            "correct it");
  }

  private static Fault unexpected(
      String file, int before, String token, String line, String column) {
    int at = before + Math.max(1, Integer.parseInt(line));
    if (token.contains("EOF")) {
      String cure = "complete it, or close the bracket or the quote that is open";
      return new Fault(file, at, "the jq program ends too soon", cure);
    }
    // The parser names a word twice, as its kind and as its text: "then" "then ".
    String word = token.replaceFirst("^.*\"\\s+\"", "").replaceAll("[\"\\s]+$", "");
    String what =
        "the jq program has \"" + word + "\" in column " + column + " where it cannot stand";
    return new Fault(file, at, what, "correct it there, or close what is open before it");
  }
}
