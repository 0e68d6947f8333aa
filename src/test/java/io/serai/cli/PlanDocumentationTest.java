package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class PlanDocumentationTest {
  @TempDir private Path folder;

  static List<DocumentedExample> examples() throws Exception {
    List<DocumentedExample> examples = new ArrayList<>(DocumentedExample.of("rules.md"));
    examples.addAll(DocumentedExample.of("planner.md"));
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_of_the_pages_prints_what_the_page_says(DocumentedExample example)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of("plan"));
    for (String file : List.of("orders", "offers", "rules")) {
      if (example.files().containsKey(file)) {
        arguments.add("--" + file);
        arguments.add(
            Files.writeString(folder.resolve(file), example.files().get(file)).toString());
      }
    }
    if (example.files().containsKey("at")) {
      arguments.addAll(List.of("--at", example.files().get("at").strip()));
    }
    if (example.output().equals("explain")) {
      arguments.add("--explain");
    }
    StringWriter out = new StringWriter();
    CommandLine command = Serai.commandLine().setOut(new PrintWriter(out, true));

    assertThat(command.execute(arguments.toArray(String[]::new))).isZero();
    assertThat(out.toString().strip()).isEqualTo(example.expected().strip());
  }
}
