package io.serai.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.check.Check;
import io.serai.check.HubParts;
import io.serai.check.Report;
import io.serai.config.ConfigurationFile;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.Fault;
import io.serai.config.Nearest;
import io.serai.config.Schemas;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serai check}: says all that is wrong before the hub is started, and changes nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks the configuration, the routes and the connectors, and runs the connectors' fixtures."
            + " Prints every fault as file:line: what is wrong, what to write instead.")
public final class CheckCommand implements Callable<Integer> {
  private final HubParts hub;
  private final Path installation;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; serai.yaml here, or else of the installation.")
  private Path config;

  @Option(
      names = "--schema",
      description = "Prints the JSON Schema of serai.yaml, with the settings of each connector.")
  private boolean schema;

  @Parameters(paramLabel = "CONNECTOR", description = "Checks these connectors only.")
  private List<String> connectors = new ArrayList<>();

  /**
   * @param hub what the hub gives to its routes
   * @param installation the folder with {@code routes/}, {@code connectors/}, {@code serai.yaml}
   * @param environment where the secrets of the configuration are looked up
   */
  public CheckCommand(HubParts hub, Path installation, Map<String, String> environment) {
    this.hub = hub;
    this.installation = installation;
    this.environment = environment;
  }

  /** Exit code 0 when all is well, 1 when there are faults. */
  @Override
  public Integer call() throws JsonProcessingException {
    Check check = new Check(hub, ConfigurationFile.read(file(), environment), installation);
    PrintWriter out = spec.commandLine().getOut();
    if (schema) {
      JsonNode published = Schemas.published(check.catalog());
      out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(published));
      return 0;
    }
    Report report =
        connectors.isEmpty() ? check.everything() : check.connectors(chosen(check.catalog()));
    report.faults().forEach(fault -> out.println(shown(fault)));
    out.println(summary(report));
    out.flush();
    return report.isGood() ? 0 : 1;
  }

  private Path file() {
    Path here = Path.of("serai.yaml");
    if (config != null) {
      return config;
    }
    return Files.exists(here) ? here : installation.resolve("serai.yaml");
  }

  private List<Connector> chosen(ConnectorCatalog catalog) {
    Set<String> known =
        catalog.all().stream().map(Connector::name).collect(Collectors.toCollection(TreeSet::new));
    for (String name : connectors) {
      if (!known.contains(name)) {
        String cure = Nearest.cure(name, known);
        throw new ParameterException(
            spec.commandLine(), "unknown connector \"" + name + "\", " + cure);
      }
    }
    return catalog.all().stream().filter(each -> connectors.contains(each.name())).toList();
  }

  private String summary(Report report) {
    if (!report.isGood()) {
      return count(report.faults().size(), "fault") + ".";
    }
    String checked =
        count(report.connectors(), "connector") + ", " + count(report.fixtures(), "fixture");
    return connectors.isEmpty()
        ? "All is well: %s, %s, %s."
            .formatted(
                count(report.routes(), "route"), checked, count(report.accounts(), "account"))
        : "All is well: " + checked + ".";
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  /** With the file as seen from here, where that is shorter. */
  private static Fault shown(Fault fault) {
    Path here = Path.of("").toAbsolutePath();
    Path file = Path.of(fault.file()).toAbsolutePath().normalize();
    String name = file.startsWith(here) ? here.relativize(file).toString() : fault.file();
    return new Fault(name, fault.line(), fault.what(), fault.cure());
  }
}
