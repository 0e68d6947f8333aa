package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that {@code serai.yaml} says, checked, with defaults and secrets filled in. Immutable; prints
 * no secret.
 *
 * @param database an external database; if absent, the hub runs an embedded one
 * @param channels by account id, in the order of the file
 * @param suppliers by account id, in the order of the file
 * @param notifiers by account id, in the order of the file
 * @param rules the {@code rules} block as it stands; an empty object if absent
 */
public record Configuration(
    Hub hub,
    Optional<Database> database,
    Privacy privacy,
    Map<String, Channel> channels,
    Map<String, Supplier> suppliers,
    Map<String, Notifier> notifiers,
    Webhooks webhooks,
    Api api,
    JsonNode rules) {

  /**
   * Reads and checks a configuration.
   *
   * @param environment where {@code ${NAME}} is looked up
   * @throws ConfigurationFaults with every mistake at once
   */
  public static Configuration load(
      Path file, ConnectorCatalog catalog, Map<String, String> environment) {
    return ConfigurationFile.read(file, environment).configuration(catalog);
  }

  /** The same, with the connectors of the configured folder, or else of the installation. */
  public static Configuration load(Path file, Path installation, Map<String, String> environment) {
    ConfigurationFile read = ConfigurationFile.read(file, environment);
    return read.configuration(ConnectorCatalog.scan(read.connectorsFolder(installation)));
  }
}
