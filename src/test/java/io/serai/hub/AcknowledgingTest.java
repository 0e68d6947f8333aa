package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels that want to hear that an order has been taken in. */
class AcknowledgingTest {
  @TempDir Path folder;

  @Test
  void anOrderIsAcknowledgedOnceWhereTheConnectorDeclaresItAndNowhereElse() throws IOException {
    Path connectors = Files.createDirectories(folder.resolve("connectors/channels/shop"));
    Files.writeString(
        connectors.resolve("connector.yaml"),
        """
        title: Shop
        kind: channel
        description: A shop for tests.
        api:
          url: http://localhost
          acknowledge: {requests: '{method: "POST", path: "/orders/\\(.order)/acknowledge"}'}
        """);
    Path file =
        Files.writeString(folder.resolve("serai.yaml"), "channels: {dtc: {connector: shop}}\n");
    ConnectorCatalog catalog = ConnectorCatalog.scan(folder.resolve("connectors"));
    Configuration configuration = Configuration.load(file, catalog, Map.of());

    try (Scene scene = Scene.usual()) {
      scene.restart(ApiDesk.of(configuration, catalog, scene.clock));
      scene.stock("north", "A,5");
      scene.order("1001", "A,1").order("1001", "A,1").orderOf("vip", "1002", "A,1");

      assertThat(scene.one("select string_agg(key, ' ') from delivery where kind = 'acknowledge'"))
          .isEqualTo("acknowledge:dtc:1001");
    }
  }
}
