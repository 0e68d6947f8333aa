package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.ConnectorCatalog;
import io.serai.config.LocatedYaml;
import io.serai.config.SchemaCheck;
import io.serai.config.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the integrator's page are such as the check lets pass. */
class DocumentedExamplesTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theConnectorIsGood() throws IOException {
    Path file = folder.resolve("channels/shop/connector.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, example("title:"));

    assertThat(ConnectorCatalog.scan(folder).faults()).isEmpty();
  }

  @Test
  void theFixturesAreGood() throws IOException {
    LocatedYaml fixtures = LocatedYaml.parse("docs", example("- name:"));

    assertThat(SchemaCheck.of(Schemas.fixture()).faults(fixtures)).isEmpty();
  }

  @Test
  void theStepIsGood() throws IOException {
    String route = "- route:\n    id: a-b\n    from:\n      uri: timer:a\n      steps:\n";
    String step = example("- choice:").indent(8);
    RouteFiles files = new RouteFiles(new HubParts(Map.of(), Set.of()), folder);

    assertThat(files.route(LocatedYaml.parse("docs", route + step))).isEmpty();
  }

  private static String example(String start) throws IOException {
    Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("docs/integrator.md")));
    while (examples.find()) {
      if (examples.group(1).startsWith(start)) {
        return examples.group(1);
      }
    }
    throw new AssertionError("docs/integrator.md has no example that starts with " + start);
  }
}
