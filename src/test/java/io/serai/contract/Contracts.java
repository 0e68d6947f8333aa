package io.serai.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the official descriptions and the recorded payloads lie, and the lists about them. */
public final class Contracts {
  private static final String ABSENT =
      "skipped: the official descriptions are not at hand (../shared, or SERAI_SHARED)";

  private Contracts() {}

  /** The folder {@code contracts}; whoever asks is skipped where it is not at hand. */
  public static Path folder() {
    Optional<Path> folder = folderIfAtHand();
    if (folder.isEmpty()) {
      System.out.println(ABSENT);
    }
    assumeTrue(folder.isPresent(), ABSENT);
    return folder.get();
  }

  /** The folder {@code contracts}, where it is at hand. */
  public static Optional<Path> folderIfAtHand() {
    Path shared = Path.of(Optional.ofNullable(System.getenv("SERAI_SHARED")).orElse("../shared"));
    return Optional.of(shared.resolve("contracts")).filter(Files::isDirectory);
  }

  /** A list of the folder {@code contract} of the test resources. */
  static JsonNode list(String name) {
    try (InputStream file = Contracts.class.getResourceAsStream("/contract/" + name)) {
      return new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connector of a channel, if it is there. */
  static Optional<Connector> connector(String name) {
    return ConnectorCatalog.scan(Path.of("connectors")).find(ConnectorKind.CHANNEL, name);
  }
}
