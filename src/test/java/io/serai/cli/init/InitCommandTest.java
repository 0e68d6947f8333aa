package io.serai.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.ConfigurationFile;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A first configuration, from options and by asking. */
class InitCommandTest {
  private static final ConnectorCatalog CATALOG = ConnectorCatalog.scan(Path.of("connectors"));

  private final StringWriter said = new StringWriter();
  @TempDir Path folder;

  @Test
  void whateverConnectorIsChosenTheFileIsGoodOnceItsVariablesAreSet() throws Exception {
    for (Connector connector : CATALOG.all()) {
      Path file = folder.resolve(connector.name() + ".yaml");
      String option = "--" + connector.kind().word();
      assertThat(init("", "--yes", option, "it=" + connector.name(), "--out", file.toString()))
          .isZero();
      Map<String, String> environment = new HashMap<>();
      Account account = new Account("it", connector, Map.of());
      for (Setting setting : account.fromEnvironment()) {
        assertThat(said.toString()).contains(account.variable(setting));
        environment.put(
            account.variable(setting), setting.example().orElse("a-name-of-sixteen-letters"));
      }
      assertThat(ConfigurationFile.read(file, environment).faults(CATALOG))
          .as(Files.readString(file))
          .isEmpty();
      if (!environment.isEmpty()) {
        assertThat(ConfigurationFile.read(file, Map.of()).faults(CATALOG)).isNotEmpty();
      }
    }
  }

  @Test
  void itAsksForWhatIsNeededOfferingWhatIsUsualAndAgainAfterABadAnswer() throws Exception {
    Path file = folder.resolve("serai.yaml");
    String typed =
        String.join(
            "\n",
            "Mars/Olympus",
            "Europe/Berlin",
            "",
            "shopfy",
            "",
            "shop",
            "no address",
            "https://my-shop.myshopify.com",
            "gid://shopify/Location/1",
            "",
            "csv-ftp",
            "north",
            "ftp.north.example",
            "my-shop",
            "",
            "none",
            "");
    assertThat(init(typed, "--out", file.toString())).isZero();

    assertThat(said.toString())
        .contains("That is no time zone", "There is no such connector", "SHOP_ACCESS_TOKEN")
        .contains("NORTH_PASSWORD", "./serai check --config " + file);
    ConfigurationFile read =
        ConfigurationFile.read(file, Map.of("SHOP_ACCESS_TOKEN", "t", "NORTH_PASSWORD", "p"));
    assertThat(read.faults(CATALOG)).isEmpty();
    assertThat(read.accounts(ConnectorKind.CHANNEL)).containsExactly("shop");
    assertThat(read.account(ConnectorKind.SUPPLIER, "north").at("/settings/host").asText())
        .isEqualTo("ftp.north.example");
    assertThat(read.accounts(ConnectorKind.NOTIFIER)).isEmpty();
  }

  @Test
  void aFileThatIsThereIsKeptAndTheEndOfTheAnswersWritesNothing() throws Exception {
    Path file = folder.resolve("serai.yaml");
    assertThat(init("UTC\n\nshopify\n", "--out", file.toString())).isEqualTo(1);
    assertThat(file).doesNotExist();
    Files.writeString(file, "mine");
    assertThat(init("", "--yes", "--out", file.toString())).isEqualTo(1);
    assertThat(file).hasContent("mine");
    assertThat(said.toString()).contains("--force");
    assertThat(init("", "--yes", "--force", "--out", file.toString())).isZero();
    assertThat(ConfigurationFile.read(file, Map.of()).faults(CATALOG)).isEmpty();
  }

  @Test
  void anOptionThatNamesNothingOrIsWrongIsRefusedWithTheCure() {
    assertThat(init("", "--yes", "--channel", "shopfy")).isEqualTo(2);
    assertThat(init("", "--yes", "--channel", "s=shopify", "--set", "t.url=x")).isEqualTo(2);
    assertThat(init("", "--yes", "--channel", "s=shopify", "--set", "s.pageSize=many"))
        .isEqualTo(2);
    assertThat(said.toString()).contains("shopify", "names no account", "pageSize");
  }

  private int init(String typed, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    if (!arguments.contains("--out")) {
      arguments.addAll(List.of("--out", folder.resolve("new.yaml").toString()));
    }
    PrintWriter out = new PrintWriter(said, true);
    return new CommandLine(
            new InitCommand(
                Path.of(""), new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))))
        .setOut(out)
        .setErr(out)
        .execute(arguments.toArray(String[]::new));
  }
}
