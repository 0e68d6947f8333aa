package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.check.HubParts;
import io.serai.hub.Hub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a user unpacks passes the check, in an environment in which nothing is set. */
class ShippedTreeTest {
  @Test
  void routesConnectorsAndTheFirstConfigurationHaveNoFault() {
    StringWriter out = new StringWriter();
    HubParts hub = new HubParts(Hub.beanTypes(), Hub.propertyNames());

    int exit =
        new CommandLine(new CheckCommand(hub, Path.of("").toAbsolutePath(), Map.of()))
            .setOut(new PrintWriter(out))
            .execute("--config", "serai.yaml");

    assertThat(out.toString()).startsWith("All is well: ");
    assertThat(exit).isZero();
  }

  @Test
  void everyPageAtTheTopIsInTheDistribution() throws IOException {
    String distribution = Files.readString(Path.of("src/main/assembly/distribution.xml"));
    try (Stream<Path> files = Files.list(Path.of(""))) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(".md")))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(distribution).contains("<include>" + name + "</include>"));
    }
  }
}
