package io.serai.cli;

import io.serai.check.Inspection;
import io.serai.config.ConfigurationFile;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.config.Nearest;
import io.serai.document.Refused;
import io.serai.edi.PartnerAgreement;
import io.serai.exchange.DocumentFormat;
import io.serai.mapping.MappingFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        "Reads a channel's order or page of orders (JSON), a supplier's documents (X12, EDIFACT)"
            + " or its files (CSV, fixed-length), says what they are, and prints each document or"
            + " line in the hub's form, one a line; or the fault. It changes nothing.")
public final class InspectCommand implements Callable<Integer> {
  private final Path installation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The payload, as the channel or supplier gave it.")
  private Path file;

  @Option(
      names = "--connector",
      paramLabel = "NAME",
      description =
          "The channel's connector, or the supplier's, whose defaults are taken; without it, each"
              + " channel's is tried.")
  private String name;

  @Option(
      names = "--supplier",
      paramLabel = "ID",
      description = "The supplier in the configuration, by whose own settings the file is read.")
  private String supplier;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration, which has the supplier, and may name another folder of connectors;"
              + " serai.yaml here, or else of the installation.")
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
    try {
      Optional<Integer> shown = supplierFile(catalog);
      if (shown.isPresent()) {
        return shown.get();
      }
      refuseUnknown(name, readers(catalog), "connector");
      byte[] content = Files.readAllBytes(file);
      return name == null
          ? any(catalog, content)
          : by(catalog.find(ConnectorKind.CHANNEL, name).orElseThrow(), content);
    } catch (IOException e) {
      return fault("cannot be read, check the path");
    }
  }

  private Optional<Integer> supplierFile(ConnectorCatalog catalog) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    boolean mayBeEdi = name == null || catalog.find(ConnectorKind.SUPPLIER, name).isPresent();
    if (mayBeEdi && EdiInspection.recognises(file)) {
      Optional<PartnerAgreement> agreement =
          supplier == null ? Optional.empty() : terms(catalog).flatMap(SupplierTerms::agreement);
      return Optional.of(new EdiInspection(file, agreement, out, err).show());
    }
    Optional<SupplierTerms> terms = terms(catalog);
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    Optional<DocumentFormat> format = terms.get().format(file);
    return Optional.of(
        format.isPresent()
            ? new SupplierInspection(file, out, err).show(format.get())
            : fault(
                "is named like no kind of file that this supplier sends, and its header says nothing; rename it"));
  }

  private Optional<SupplierTerms> terms(ConnectorCatalog catalog) throws IOException {
    if (supplier != null) {
      ConfigurationFile configuration = ConfigurationFile.read(configuration(), System.getenv());
      refuseUnknown(supplier, configuration.accounts(ConnectorKind.SUPPLIER), "supplier");
      return SupplierTerms.of(configuration.account(ConnectorKind.SUPPLIER, supplier), catalog);
    }
    return name == null
        ? SupplierTerms.recognised(file)
        : catalog.find(ConnectorKind.SUPPLIER, name).map(SupplierTerms::of);
  }

  private static Set<String> readers(ConnectorCatalog catalog) {
    Set<String> readers = new TreeSet<>(catalog.names(ConnectorKind.CHANNEL));
    readers.addAll(catalog.names(ConnectorKind.SUPPLIER));
    return readers;
  }

  private void refuseUnknown(String said, Collection<String> known, String what) {
    if (said != null && !known.contains(said)) {
      throw new ParameterException(
          spec.commandLine(),
          "unknown " + what + " \"" + said + "\", " + Nearest.cure(said, known));
    }
  }

  private Path configuration() {
    Path here = Path.of("serai.yaml");
    if (config != null) {
      return config;
    }
    return Files.exists(here) ? here : installation.resolve("serai.yaml");
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
        config == null && supplier == null
            ? installation.resolve("connectors")
            : ConfigurationFile.read(configuration(), Map.of()).connectorsFolder(installation);
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
