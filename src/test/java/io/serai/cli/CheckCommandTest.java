package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.check.HubParts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
  @TempDir Path installation;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void anInstallation() throws IOException {
    write("serai.yaml", "channels:\n  dtc: {connector: shop}\n");
    write(
        "connectors/channels/shop/connector.yaml",
        "title: Shop\nkind: channel\ndescription: A shop.\n");
    write(
        "routes/10-orders.yaml",
        """
        - route:
            id: orders-poll
            from:
              uri: timer:orders
              steps:
                - log:
                    message: tick
        """);
  }

  @Test
  void allIsWell() {
    assertThat(run()).isZero();
    assertThat(out.toString().strip())
        .isEqualTo("All is well: 1 route, 1 connector, 0 fixtures, 1 account.");
  }

  @Test
  void faultsAreListedAndExitWithOne() throws IOException {
    write("serai.yaml", "channels:\n  dtc: {connector: shp}\nhubb: {}\n");

    assertThat(run()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "serai.yaml:2: unknown connector \"shp\" for a channel, write \"shop\"",
            "serai.yaml:3: unknown key \"hubb\", write \"hub\"",
            "2 faults.");
  }

  @Test
  void aConnectorIsCheckedAlone() throws IOException {
    write("serai.yaml", "hubb: {}\n");

    assertThat(run("shop")).isZero();
    assertThat(out.toString().strip()).isEqualTo("All is well: 1 connector, 0 fixtures.");
  }

  @Test
  void anUnknownConnectorIsAFaultOfTheCommandLine() {
    assertThat(run("shp")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown connector \"shp\", write \"shop\"");
  }

  @Test
  void aConfigurationElsewhereIsNamedOnTheCommandLine() {
    assertThat(run(installation.resolve("none.yaml").toString(), List.of())).isEqualTo(1);
    assertThat(out.toString()).contains("none.yaml:1: no such file");
  }

  @Test
  void theSchemaForEditorsIsPrinted() throws IOException {
    assertThat(run("--schema")).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).path("title").asText())
        .isEqualTo("serai.yaml");
  }

  private int run(String... arguments) {
    String file = installation.resolve("serai.yaml").toString();
    return run(file, List.of(arguments));
  }

  private int run(String file, List<String> rest) {
    List<String> arguments = new ArrayList<>(List.of("--config", file));
    arguments.addAll(rest);
    CheckCommand command =
        new CheckCommand(new HubParts(Map.of(), Set.of()), installation, Map.of());
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Path file = installation.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
