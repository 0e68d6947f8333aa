package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code serai.yaml} that has been read but not yet believed: it says where routes and connectors
 * lie, all its faults, and, when there are none, the configuration.
 */
public final class ConfigurationFile {
  private static final JsonNode SCHEMA = Schemas.configuration();

  private final LocatedYaml yaml;
  private final Path folder;
  private final Map<String, String> environment;
  private final Secrets secrets;
  private final JsonNode resolved;

  private ConfigurationFile(Path file, Map<String, String> environment) {
    this.yaml = LocatedYaml.read(file);
    this.folder = file.toAbsolutePath().normalize().getParent();
    this.environment = environment;
    this.secrets = new Secrets(yaml, environment, folder);
    this.resolved = secrets.resolve();
  }

  /** Reads the file; nothing is thrown, since a missing file is a fault like others. */
  public static ConfigurationFile read(Path file, Map<String, String> environment) {
    return new ConfigurationFile(file, environment);
  }

  /** The configured folder of the routes, or {@code routes/} of the installation. */
  public Path routesFolder(Path installation) {
    return configured("routesFolder").orElse(installation.resolve("routes"));
  }

  /** The configured folder of the connectors, or {@code connectors/} of the installation. */
  public Path connectorsFolder(Path installation) {
    return configured("connectorsFolder").orElse(installation.resolve("connectors"));
  }

  /** The folder of the merchant's own mail templates; it need not be there. */
  public Path templatesFolder() {
    return configured("templatesFolder").orElse(folder.resolve("templates"));
  }

  /** Every mistake, those of the connectors in use included, by file and line. */
  public List<Fault> faults(ConnectorCatalog catalog) {
    if (!yaml.faults().isEmpty()) {
      return yaml.faults();
    }
    List<Finding> findings = new ArrayList<>(findings(SCHEMA, JsonPointer.empty()));
    List<Fault> faults = new ArrayList<>();
    if (findings.isEmpty()) {
      faults.addAll(new BeyondSchema(yaml, resolved, folder).faults());
    }
    for (ConnectorKind kind : ConnectorKind.values()) {
      resolved
          .path(kind.folder())
          .fieldNames()
          .forEachRemaining(id -> account(kind, id, catalog, findings, faults));
    }
    findings.stream().filter(this::isWorthSaying).map(Finding::fault).forEach(faults::add);
    secrets
        .missing()
        .forEach(
            (at, fault) -> {
              if (isEnabled(at)) {
                faults.add(fault);
              }
            });
    return faults.stream().distinct().sorted().toList();
  }

  /**
   * The configuration.
   *
   * @throws ConfigurationFaults with every mistake at once
   */
  public Configuration configuration(ConnectorCatalog catalog) {
    List<Fault> faults = faults(catalog);
    if (!faults.isEmpty()) {
      throw new ConfigurationFaults(faults);
    }
    ObjectNode filled = resolved.deepCopy();
    new Defaults(SCHEMA).fill(filled);
    // The planner reads the rules and has their defaults.
    filled.set("rules", resolved.path("rules"));
    return new ConfigurationReading(filled, folder, environment, catalog).configuration();
  }

  /** The {@code rules} block as it stands; missing if absent. */
  public JsonNode rules() {
    return resolved.path("rules");
  }

  /** A fault on the line of a key of this file. */
  public Fault fault(JsonPointer at, String what, String cure) {
    return yaml.fault(at, what, cure);
  }

  /** The ids of the accounts of a kind, as far as the file could be read. */
  public List<String> accounts(ConnectorKind kind) {
    List<String> ids = new ArrayList<>();
    resolved.path(kind.folder()).fieldNames().forEachRemaining(ids::add);
    return ids;
  }

  /** One account as far as the file could be read; it holds secrets. */
  public JsonNode account(ConnectorKind kind, String id) {
    return resolved.path(kind.folder()).path(id);
  }

  private void account(
      ConnectorKind kind,
      String id,
      ConnectorCatalog catalog,
      List<Finding> findings,
      List<Fault> faults) {
    JsonPointer at = JsonPointer.empty().appendProperty(kind.folder()).appendProperty(id);
    JsonNode name = resolved.at(at).path("connector");
    Optional<Connector> connector = catalog.find(kind, name.asText());
    if (connector.isPresent()) {
      faults.addAll(catalog.faults(connector.get()));
      JsonPointer settings = at.appendProperty("settings");
      if (catalog.faults(connector.get()).isEmpty() && isEnabled(at)) {
        List<Finding> inSettings = findings(connector.get().settings(), settings);
        findings.addAll(inSettings);
        if (inSettings.isEmpty()) {
          faults.addAll(
              AgreementCheck.faults(connector.get(), yaml, settings, resolved.at(settings)));
        }
      }
    } else if (name.isTextual()) {
      faults.add(unknown(kind, at.appendProperty("connector"), catalog));
    }
  }

  private Fault unknown(ConnectorKind kind, JsonPointer at, ConnectorCatalog catalog) {
    // The text of the file and not the resolved one, which may have come from a secret.
    String written = yaml.root().at(at).asText();
    String what = "unknown connector \"" + written + "\" for a " + kind.word();
    return yaml.fault(at, what, Nearest.cure(written, catalog.names(kind)));
  }

  /** A number that came from the environment is a text at first; it is taken for what it spells. */
  private List<Finding> findings(JsonNode schema, JsonPointer at) {
    SchemaCheck check = SchemaCheck.of(schema);
    JsonNode value = resolved.at(at);
    if (value.isMissingNode()) {
      value = JsonNodeFactory.instance.objectNode();
    }
    List<Finding> findings = check.findings(yaml, at, value);
    boolean changed = false;
    for (Finding finding : findings) {
      changed |= finding.keyword().equals("type") && respell(finding.at());
    }
    return changed ? check.findings(yaml, at, resolved.at(at)) : findings;
  }

  private boolean respell(JsonPointer at) {
    Optional<JsonNode> spelled =
        secrets.isFilled(at) ? YamlScalar.value(resolved.at(at).asText()) : Optional.empty();
    if (spelled.isPresent() && resolved.at(at.head()) instanceof ObjectNode parent) {
      parent.set(at.last().getMatchingProperty(), spelled.get());
    }
    return spelled.isPresent();
  }

  private boolean isWorthSaying(Finding finding) {
    return !secrets.missing().containsKey(finding.at());
  }

  /** Whether the value belongs to no account, or to one that takes part. */
  private boolean isEnabled(JsonPointer at) {
    JsonPointer account = at;
    while (account.head() != null
        && account.head().head() != null
        && !account.head().head().matches()) {
      account = account.head();
    }
    return resolved.at(account).path("enabled").asBoolean(true);
  }

  private Optional<Path> configured(String name) {
    JsonNode path = resolved.path("hub").path(name);
    return path.isTextual() ? Optional.of(folder.resolve(path.asText())) : Optional.empty();
  }
}
