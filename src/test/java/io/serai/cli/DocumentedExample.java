package io.serai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of a page under {@code docs/}: fenced blocks that say what they are, such as {@code
 * json orders}. A block holds until another of its kind; {@code plan} and {@code explain} blocks
 * are what the command prints for the blocks before them.
 */
public record DocumentedExample(
    String name, Map<String, String> files, String output, String expected) {
  private static final Pattern BLOCK =
      Pattern.compile("```(\\w+) (\\w+)\n(.*?)```", Pattern.DOTALL);

  /** All examples of a page. */
  public static List<DocumentedExample> of(String file) throws IOException {
    String page = Files.readString(Path.of("docs", file));
    Matcher block = BLOCK.matcher(page);
    Map<String, String> files = new HashMap<>();
    List<DocumentedExample> examples = new ArrayList<>();
    while (block.find()) {
      String kind = block.group(2);
      if (kind.equals("plan") || kind.equals("explain")) {
        String name = heading(page.substring(0, block.start())) + " " + (examples.size() + 1);
        examples.add(new DocumentedExample(name, Map.copyOf(files), kind, block.group(3)));
        files.remove("at");
      } else {
        files.put(kind, block.group(3));
      }
    }
    return examples;
  }

  private static String heading(String before) {
    int start = before.lastIndexOf("\n#");
    return before.substring(start + 1).lines().findFirst().orElse("");
  }

  @Override
  public String toString() {
    return name;
  }
}
