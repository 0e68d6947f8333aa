package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.ConfigurationFile;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.exchange.fixed.FixedSettingsCheck;
import io.serai.exchange.fixed.LayoutCheck;
import io.serai.exchange.fixed.LayoutFault;
import io.serai.exchange.tabular.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks those who read and write fixed-length files whether they can, by what is laid out. */
final class LayoutsCheck {
  private LayoutsCheck() {}

  /** The faults of the layout that a connector ships. */
  static List<Fault> faults(Connector connector) {
    if (!isFixed(connector)) {
      return List.of();
    }
    LocatedYaml yaml = LocatedYaml.read(connector.folder().resolve("connector.yaml"));
    JsonPointer at = JsonPointer.compile("/layout");
    return found(connector.declared().path("layout")).stream()
        .map(fault -> yaml.fault(at.append(fault.at()), what(at, fault), fault.cure()))
        .toList();
  }

  /** The faults of the layouts that accounts have of their own. */
  static List<Fault> faults(ConfigurationFile configuration, ConnectorCatalog catalog) {
    List<Fault> faults = new ArrayList<>();
    for (String id : configuration.accounts(ConnectorKind.SUPPLIER)) {
      JsonNode account = configuration.account(ConnectorKind.SUPPLIER, id);
      Optional<Connector> connector =
          catalog
              .find(ConnectorKind.SUPPLIER, account.path("connector").asText())
              .filter(LayoutsCheck::isFixed);
      if (connector.isPresent()) {
        JsonPointer at =
            JsonPointer.compile("/suppliers").appendProperty(id).appendProperty("settings");
        List<LayoutFault> found = new ArrayList<>();
        JsonPointer layout = JsonPointer.compile("/layout");
        for (LayoutFault fault : found(account.at("/settings/layout"))) {
          found.add(new LayoutFault(layout.append(fault.at()), fault.what(), fault.cure()));
        }
        if (found.isEmpty()) {
          found.addAll(
              FixedSettingsCheck.faults(
                  account.path("settings"), connector.get().declared().path("layout")));
        }
        found.forEach(
            fault ->
                faults.add(
                    configuration.fault(at.append(fault.at()), what(at, fault), fault.cure())));
      }
    }
    return faults;
  }

  private static List<LayoutFault> found(JsonNode layout) {
    List<LayoutFault> faults = new ArrayList<>();
    for (FileKind kind : FileKind.values()) {
      if (layout.path(kind.word()).isObject()) {
        faults.addAll(LayoutCheck.faults(kind, layout.path(kind.word())));
      }
    }
    return faults;
  }

  private static String what(JsonPointer at, LayoutFault fault) {
    return LocatedYaml.path(at.append(fault.at())) + " " + fault.what();
  }

  private static boolean isFixed(Connector connector) {
    return connector.declared().path("format").asText().equals("fixed");
  }
}
