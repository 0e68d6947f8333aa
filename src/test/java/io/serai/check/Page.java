package io.serai.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documents, taken apart into what a test can run or look up. */
record Page(Path file, String text) {
  private static final Pattern FENCE = Pattern.compile("(?m)^```(.*)\n((?s:.*?))^```$");
  private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

  /**
   * A fenced block.
   *
   * @param info what stands behind the opening fence
   * @param before the line of the page before it
   */
  record Example(Path page, String info, String before, String text) {
    @Override
    public String toString() {
      return page + ": " + info + ": " + text.lines().findFirst().orElse("");
    }
  }

  /** All pages for readers, those of the connectors included. */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (String root :
        List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "connectors")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
          pages.add(new Page(file, Files.readString(file)));
        }
      }
    }
    return pages;
  }

  static Page of(String file) throws IOException {
    return new Page(Path.of(file), Files.readString(Path.of(file)));
  }

  List<Example> examples() {
    return FENCE.matcher(text).results().map(this::example).toList();
  }

  /** Commands for a shell, in blocks and in sentences, each on one line. */
  List<String> commands() {
    Stream<String> inBlocks =
        examples().stream()
            .flatMap(example -> example.text().lines())
            .map(line -> line.replaceFirst("\\s+[#>].*", ""));
    Stream<String> inSentences =
        INLINE.matcher(prose()).results().map(code -> code.group(1).replace('\n', ' '));
    return Stream.concat(inBlocks, inSentences)
        .map(String::strip)
        .filter(line -> line.startsWith("./serai "))
        .toList();
  }

  /** Where links lead that stay within the documents. */
  List<String> links() {
    return LINK.matcher(prose())
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  /** The anchors that headings have on the page, as GitHub makes them. */
  List<String> anchors() {
    return HEADING
        .matcher(prose())
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
        .toList();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private String prose() {
    return FENCE.matcher(text).replaceAll("");
  }

  private Example example(MatchResult fence) {
    String before = text.substring(0, fence.start()).stripTrailing();
    String line = before.substring(before.lastIndexOf('\n') + 1);
    return new Example(file, fence.group(1).strip(), line, fence.group(2));
  }
}
