package io.serai.cli;

import io.serai.check.Inspection;
import io.serai.config.ConfigurationFile;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.config.Nearest;
import io.serai.document.Refused;
import io.serai.mapping.MappingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serai inspect}: shows what the hub would make of a payload, and changes nothing. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Reads a channel's order or page of orders (JSON), or a supplier's documents (X12, EDIFACT),"
            + " says what they are, and prints each in the hub's form, one a line; or the fault. It"
            + " changes nothing.")
public final class InspectCommand implements Callable<Integer> {
  private final Path installation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The payload, as the channel or supplier gave it.")
  private Path file;

  @Option(
      names = "--connector",
      paramLabel = "NAME",
      description = "The channel's connector; without it, each is tried.")
  private String name;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration, which may name another folder of connectors.")
  private Path config;

  /**
   * @param installation the folder with {@code connectors/}
   */
  public InspectCommand(Path installation) {
    this.installation = installation;
  }

  /** Exit code 0 when it could be read, 1 when it is at fault. */
  @Override
  public Integer call() {
    ConnectorCatalog catalog = catalog();
    if (name != null && catalog.find(ConnectorKind.CHANNEL, name).isEmpty()) {
      String cure = Nearest.cure(name, catalog.names(ConnectorKind.CHANNEL));
      throw new ParameterException(
          spec.commandLine(), "unknown connector \"" + name + "\", " + cure);
    }
    byte[] content;
    try {
      if (name == null && EdiInspection.recognises(file)) {
        return new EdiInspection(file, spec.commandLine().getOut(), spec.commandLine().getErr())
            .show();
      }
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      return fault("cannot be read, check the path");
    }
    return name == null
        ? any(catalog, content)
        : by(catalog.find(ConnectorKind.CHANNEL, name).orElseThrow(), content);
  }

  private int by(Connector connector, byte[] content) {
    Inspection inspection = new Inspection(connector);
    if (!inspection.isPossible()) {
      return fault("the connector " + name + " has no order.jq");
    }
    try {
      return print(inspection.read(file.toString(), content));
    } catch (MappingFault | Refused e) {
      String said = e.getMessage();
      return fault(
          said.startsWith(file + ":")
              ? said.substring(file.toString().length() + 1).strip()
              : said);
    }
  }

  private int any(ConnectorCatalog catalog, byte[] content) {
    List<Connector> channels =
        catalog.all().stream().filter(each -> each.kind() == ConnectorKind.CHANNEL).toList();
    for (Connector channel : channels) {
      Optional<Inspection.Found> found = tried(new Inspection(channel), content);
      if (found.isPresent()) {
        return print(found.get());
      }
    }
    return fault("no connector reads it; --connector NAME says why one does not");
  }

  private Optional<Inspection.Found> tried(Inspection inspection, byte[] content) {
    try {
      return inspection.isPossible()
          ? Optional.of(inspection.read(file.toString(), content))
              .filter(found -> !found.orders().isEmpty())
          : Optional.empty();
    } catch (MappingFault | Refused another) {
      return Optional.empty();
    }
  }

  private ConnectorCatalog catalog() {
    Path folder =
        config == null
            ? installation.resolve("connectors")
            : ConfigurationFile.read(config, Map.of()).connectorsFolder(installation);
    return ConnectorCatalog.scan(folder);
  }

  private int print(Inspection.Found found) {
    spec.commandLine().getErr().println(file + ": " + found.what());
    spec.commandLine().getErr().flush();
    found.orders().forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int fault(String what) {
    spec.commandLine().getErr().println(file + ": " + what);
    spec.commandLine().getErr().flush();
    return 1;
  }
}
