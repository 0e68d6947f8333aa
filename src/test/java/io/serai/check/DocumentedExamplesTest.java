package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestDatabase;
import io.serai.check.Page.Example;
import io.serai.cli.Serai;
import io.serai.config.Configuration;
import io.serai.config.ConfigurationFile;
import io.serai.config.ConnectorCatalog;
import io.serai.config.LocatedYaml;
import io.serai.config.SchemaCheck;
import io.serai.config.Schemas;
import io.serai.database.Database;
import io.serai.document.Refused;
import io.serai.exchange.CancellationFormat;
import io.serai.exchange.CancellationRequest;
import io.serai.exchange.Numbers;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.csv.CsvFormat;
import io.serai.mapping.Json;
import io.serai.order.Address;
import io.serai.plan.Rules;
import io.serai.stock.StockAdviceLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the documents show is run: examples, commands, queries and links. */
class DocumentedExamplesTest {
  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(?m)\\A(#.*\n)*(hub|database|channels|suppliers|notifiers|webhooks|api|rules):");
  private static final Pattern SECRET = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z-]+");

  private static final Map<String, String> NAMES =
      Map.of(
          "acknowledgment", "ACK-20261201-1.csv",
          "ship-notice", "ASN-1.csv",
          "invoice", "INV-1.csv",
          "stock-advice", "STOCK-1.csv");

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
  void theChannelOfHalfAnHourIsGoodAndItsFixturesRun() throws IOException {
    for (Example file : Page.of("docs/connector.md").examples()) {
      String[] info = file.info().split(" ");
      if (info.length == 2) {
        Path path = folder.resolve(info[1]);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.text());
      }
    }
    HubParts hub = new HubParts(Map.of(), Set.of());
    ConfigurationFile file =
        ConfigurationFile.read(folder.resolve("serai.yaml"), Map.of("TEA_KEY", "x"));
    Check check = new Check(hub, file, folder);

    Report report = check.connectors(check.catalog().all());

    assertThat(report.faults()).isEmpty();
    assertThat(report.fixtures()).isEqualTo(8);
    assertThat(file.faults(check.catalog())).isEmpty();
  }

  @Test
  void theStepIsGood() throws IOException {
    String route = "- route:\n    id: a-b\n    from:\n      uri: timer:a\n      steps:\n";
    String step = example("- choice:").indent(8);
    RouteFiles files = new RouteFiles(new HubParts(Map.of(), Set.of()), folder);

    assertThat(files.route(LocatedYaml.parse("docs", route + step))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void aConfigurationIsTakenAsItStands(Example example) throws IOException {
    Path file = Files.writeString(folder.resolve("serai.yaml"), example.text());
    Map<String, String> environment = new TreeMap<>();
    SECRET
        .matcher(example.text())
        .results()
        .forEach(name -> environment.put(name.group(1), "x".repeat(40)));

    Configuration configuration = Configuration.load(file, Path.of(""), environment);

    assertThatCode(() -> Rules.from(configuration.rules())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("supplierFiles")
  void aSupplierFileIsReadAsThePageSays(Example example) throws IOException {
    List<String> info = List.of(example.info().split(" "));
    JsonNode settings = info.contains("north") ? northSettings() : Json.object();
    CsvFormat format = new CsvFormat(settings, code -> code.replaceFirst("^N-", ""));
    String name = info.contains("north") ? "bestand-1.csv" : NAMES.get(info.get(1));
    byte[] content = example.text().getBytes(StandardCharsets.UTF_8);

    if (info.contains("refused")) {
      String reason = example.before().replaceAll("^.*?`|`:$", "");
      assertThatThrownBy(() -> read(format, name, content))
          .isInstanceOf(Refused.class)
          .hasMessageContaining(reason);
    } else {
      assertThat(kind(read(format, name, content))).isEqualTo(info.get(1));
    }
  }

  private static SupplierFile read(CsvFormat format, String name, byte[] content) {
    if (format.isStockAdvice(name)) {
      format.readStock(name, () -> new ByteArrayInputStream(content), new Strict());
    }
    return format.read(name, content);
  }

  /** Takes a row that cannot be read for the whole file's fault. */
  private static final class Strict implements StockReader {
    @Override
    public void row(StockAdviceLine line) {
      assertThat(line.sku()).isNotEmpty();
    }

    @Override
    public void fault(Fault fault) {
      throw fault.cause();
    }
  }

  @Test
  void aPurchaseOrderIsWrittenAsThePageShows() throws IOException {
    Example shown = examples("csv purchase-order").findFirst().orElseThrow();
    Address to =
        new Address(
            "Ana Lima",
            "",
            "12 Main St",
            "Apt 4, rear",
            "Portland",
            "OR",
            "97201",
            "US",
            "+1 503 555 0100");
    PurchaseOrder order =
        new PurchaseOrder(
            "PO1000001",
            "1001",
            "USD",
            to,
            List.of(
                new PurchaseOrder.Line(1, "N-MUG", 2, new BigDecimal("4.10")),
                new PurchaseOrder.Line(2, "N-TEA", 1, new BigDecimal("3.00"))));
    CsvFormat format = new CsvFormat(Json.object(), code -> code);

    assertThat(new String(format.write(Numbers.NONE, List.of(order)), StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(shown.text());
    assertThat(shown.page()).content().contains("`" + format.fileName(1000001) + "`");
  }

  @Test
  void aCancellationRequestIsWrittenAsThePageShows() throws IOException {
    Example shown = examples("csv cancellation").findFirst().orElseThrow();
    CancellationFormat format =
        new CsvFormat(Json.object(), code -> code).cancellations().orElseThrow();

    assertThat(
            new String(
                format.write(
                    Numbers.NONE,
                    List.of(
                        new CancellationRequest(
                            "PO1000001", 1, "N-MUG", 2, "the channel cancelled the order"))),
                StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(shown.text());
    assertThat(shown.page()).content().contains("`" + format.fileName(7) + "`");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandExistsWithItsOptions(Page page) {
    Map<String, CommandLine> commands = Serai.commandLine().getSubcommands();
    for (String line : page.commands()) {
      String command = line.split(" ")[1];
      // The launcher itself runs the tests; COMMAND stands for any.
      if (!command.equals("test") && !command.equals("COMMAND")) {
        assertThat(commands).as(line).containsKey(command);
        CommandSpec spec = specOf(commands.get(command), line.split(" "));
        OPTION
            .matcher(line)
            .results()
            .forEach(option -> assertThat(spec.optionsMap()).as(line).containsKey(option.group()));
      }
    }
  }

  // Some have commands of their own, such as token create.
  private static CommandSpec specOf(CommandLine command, String[] words) {
    Map<String, CommandLine> own = command.getSubcommands();
    if (own.isEmpty() || words.length < 3) {
      return command.getCommandSpec();
    }
    assertThat(own).containsKey(words[2]);
    return own.get(words[2]).getCommandSpec();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Page page) throws IOException {
    for (String link : page.links()) {
      String[] parts = link.split("#", 2);
      Path here = page.file().toAbsolutePath();
      Path file = parts[0].isEmpty() ? here : here.resolveSibling(parts[0]).normalize();
      assertThat(file).as(link).exists();
      if (parts.length > 1) {
        assertThat(Page.of(file.toString()).anchors()).as(link).contains(parts[1]);
      }
    }
  }

  @Test
  void everyQueryOfTheOperatorRuns() throws IOException {
    List<String> statements =
        examples("sql").flatMap(each -> Stream.of(each.text().split(";\n"))).toList();
    try (Database database = TestDatabase.fresh()) {
      statements.forEach(statement -> database.useTransaction(handle -> handle.execute(statement)));
    }
    assertThat(statements).hasSizeGreaterThan(8);
  }

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  static Stream<Example> configurations() throws IOException {
    return examples("yaml")
        .filter(each -> !each.info().equals("yaml serai.yaml"))
        .filter(each -> CONFIGURATION.matcher(each.text()).find());
  }

  static Stream<Example> supplierFiles() throws IOException {
    return examples("csv")
        .filter(each -> !each.info().contains("purchase-order"))
        .filter(each -> !each.info().contains("cancellation"));
  }

  private static Stream<Example> examples(String info) throws IOException {
    return Page.all().stream()
        .flatMap(page -> page.examples().stream())
        .filter(each -> each.info().equals(info) || each.info().startsWith(info + " "))
        .filter(each -> !each.info().equals("yaml rules"));
  }

  private JsonNode northSettings() throws IOException {
    Example north =
        Page.of("docs/supplier.md").examples().stream()
            .filter(each -> each.info().equals("yaml") && each.text().contains("  north:\n"))
            .findFirst()
            .orElseThrow();
    Path file = Files.writeString(folder.resolve("serai.yaml"), north.text());
    return Configuration.load(file, Path.of(""), Map.of("NORTH_PASSWORD", "x"))
        .suppliers()
        .get("north")
        .settings()
        .json();
  }

  private static String kind(SupplierFile file) {
    if (file instanceof SupplierFile.Acknowledgment) {
      return "acknowledgment";
    }
    if (file instanceof SupplierFile.Invoices) {
      return "invoice";
    }
    return file instanceof SupplierFile.ShipNotice ? "ship-notice" : "stock-advice";
  }

  private static String example(String start) throws IOException {
    return Page.of("docs/integrator.md").examples().stream()
        .filter(each -> each.info().equals("yaml") && each.text().startsWith(start))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
