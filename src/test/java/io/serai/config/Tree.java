package io.serai.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small installation in a temporary folder. */
final class Tree {
  private final Path root;

  Tree(Path root) {
    this.root = root;
  }

  /** A shop, a warehouse and a mail connector, none with faults. */
  static Tree withConnectors(Path root) {
    return new Tree(root)
        .write(
            "connectors/channels/shop/connector.yaml",
            """
            title: Shop
            kind: channel
            description: A shop for tests.
            settings:
              required: [shop, token]
              properties:
                shop: {title: Shop, description: The shop's address, type: string, examples: [a.example]}
                token: {title: Token, description: The access token, type: string, format: password}
                pageSize: {title: Page, description: Orders a page, type: integer, minimum: 1, default: 50}
            """)
        .write(
            "connectors/suppliers/files/connector.yaml",
            """
            title: Files
            kind: supplier
            description: A supplier for tests.
            settings:
              properties:
                separator: {title: Separator, description: Between columns, type: string, default: ","}
                columns:
                  title: Columns
                  description: What the columns are called
                  type: object
                  additionalProperties: false
                  default: {}
                  properties:
                    sku: {title: SKU, description: The SKU, type: string, default: sku}
            """)
        .write(
            "connectors/notifiers/mail/connector.yaml",
            """
            title: Mail
            kind: notifier
            description: A mail server for tests.
            """);
  }

  Tree write(String name, String text) {
    Path file = root.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Configuration load(String yaml, Map<String, String> environment) {
    write("serai.yaml", yaml);
    return Configuration.load(root.resolve("serai.yaml"), root, environment);
  }

  /** The faults of a configuration, each without the folder in front. */
  List<String> faults(String yaml, Map<String, String> environment) {
    write("serai.yaml", yaml);
    ConfigurationFile file = ConfigurationFile.read(root.resolve("serai.yaml"), environment);
    return file.faults(ConnectorCatalog.scan(root.resolve("connectors"))).stream()
        .map(fault -> fault.toString().replace(root + "/", ""))
        .toList();
  }
}
