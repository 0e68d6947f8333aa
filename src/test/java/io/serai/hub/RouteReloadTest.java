package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that are edited while the hub runs. */
class RouteReloadTest {
  private static final String PLAIN =
      """
      - route:
          id: sweep-say
          from:
            uri: timer:sweep?period=100
            steps:
              - setBody:
                  expression:
                    constant:
                      expression: "%s"
              - bean:
                  ref: said
                  method: add
      """;
  private static final String TEMPLATE =
      """
      - routeTemplate:
          id: shop-say
          parameters:
            - name: channel
          from:
            uri: timer:say-{{channel}}
            parameters:
              period: 100
            steps:
              - setBody:
                  expression:
                    constant:
                      expression: "%s {{channel}}"
              - bean:
                  ref: said
                  method: add
      """;

  /** What the routes say. */
  public static final class Said {
    private final CopyOnWriteArrayList<String> words = new CopyOnWriteArrayList<>();

    public void add(String word) {
      words.add(word);
    }
  }

  private final Said said = new Said();
  @TempDir Path folder;

  @Test
  void aSavedFileIsTakenUpForPlainRoutesAndForEachAccountAndABadOneChangesNothing()
      throws Exception {
    Path plain = write("routes/10-plain.yaml", PLAIN.formatted("one"));
    Path template = write("routes/20-template.yaml", TEMPLATE.formatted("hello"));
    try (CamelContext context = start()) {
      says("one");
      says("hello dtc");

      Files.writeString(plain, PLAIN.formatted("two"));
      Files.writeString(template, TEMPLATE.formatted("good evening"));
      says("two");
      says("good evening dtc");

      Files.writeString(plain, "- route:\n    id: [\n");
      await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
      said.words.clear();
      says("two");
      assertThat(said.words).doesNotContain("one", "hello dtc");
      assertThat(context.getRoute("shop-say-dtc")).isNotNull();
    }
  }

  private void says(String word) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(said.words).contains(word));
  }

  private CamelContext start() throws Exception {
    write(
        "connectors/channels/store/connector.yaml",
        "title: Store\nkind: channel\ndescription: A store.\n");
    Path file =
        write(
            "serai.yaml",
            "hub:\n  reloadRoutes: true\n  httpPort: 0\nchannels:\n  dtc:\n    connector: store\n    settings: {}\n");
    ConnectorCatalog connectors = ConnectorCatalog.scan(folder.resolve("connectors"));
    Configuration configuration = Configuration.load(file, connectors, Map.of());
    return new Routes(
            configuration, connectors, folder.resolve("connectors"), folder.resolve("routes"))
        .start(Map.of("said", said));
  }

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
