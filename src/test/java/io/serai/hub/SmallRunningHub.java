package io.serai.hub;

import io.serai.TestDatabase;
import io.serai.config.Configuration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A whole hub with all its routes, one supplier that uses a folder, and nobody who sells. */
final class SmallRunningHub implements AutoCloseable {
  static final String TOKEN = "a-token-for-prometheus";

  final String databaseUrl = TestDatabase.freshUrl();
  final Path file;
  private final int port = PageServer.freePort();
  private final Hub hub;

  /**
   * Starts it.
   *
   * @param more lines of the block {@code hub}
   */
  SmallRunningHub(Path folder, String more) throws IOException {
    file = folder.resolve("serai.yaml");
    Files.createDirectories(folder.resolve("exchange/in"));
    Files.createDirectories(folder.resolve("exchange/out"));
    Files.writeString(
        file,
        """
        hub:
          name: small
          httpPort: %d
        %s
        database:
          url: %s
          user: postgres
        suppliers:
          north:
            connector: csv-folder
            pollSeconds: 1
            settings:
              folder: exchange
        """
            .formatted(port, more.indent(2).stripTrailing(), databaseUrl));
    Path home = Path.of("").toAbsolutePath();
    hub = Hub.start(Configuration.load(file, home, Map.of("METRICS_TOKEN", TOKEN)), home);
  }

  Hub hub() {
    return hub;
  }

  /** Asks the hub; {@code authorization} may be empty. */
  HttpResponse<String> get(String path, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    hub.close();
  }
}
