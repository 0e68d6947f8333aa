package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.Configuration;
import io.serai.config.ConfigurationFile;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** What can be said of the image and its companions without Docker: that all they name is there. */
class DockerTest {
  private static final Path CONFIGURATION = Path.of("docker/serai.yaml");
  private static Map<String, Map<String, Object>> services;
  private static Set<String> volumes;
  private static String compose;
  private static String image;

  @BeforeAll
  static void read() throws IOException {
    compose = Files.readString(Path.of("docker-compose.yml"));
    image = Files.readString(Path.of("Dockerfile"));
    Map<String, Object> whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(compose);
    services = block(whole, "services");
    volumes = block(whole, "volumes").keySet();
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> block(Map<String, Object> of, String name) {
    return (Map<String, T>) of.getOrDefault(name, Map.of());
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Map<String, Object> of, String name) {
    return (List<String>) of.getOrDefault(name, List.of());
  }

  @Test
  void whatIsMountedIsThereAndWhatIsWaitedForTellsWhenItIsReady() {
    services.forEach(
        (name, service) -> {
          for (String mount : list(service, "volumes")) {
            String source = mount.split(":")[0];
            if (source.startsWith("./")) {
              assertThat(Path.of(source)).as(name).exists();
            } else {
              assertThat(volumes).as(name).contains(source);
            }
          }
          Map<String, Map<String, String>> waits = block(service, "depends_on");
          waits.forEach(
              (other, how) -> {
                assertThat(services).containsKey(other);
                if (how.get("condition").equals("service_healthy")) {
                  assertThat(services.get(other)).containsKey("healthcheck");
                }
              });
        });
    assertThat(Path.of("docker/sftp-keys.sh")).isExecutable();
  }

  @Test
  void theConfigurationIsGoodWithTheVariablesThatTheHubIsGivenAndNoOthers() throws IOException {
    Map<String, String> given = block(services.get("hub"), "environment");
    assertThat(variables(Files.readString(CONFIGURATION))).isEqualTo(new TreeSet<>(given.keySet()));
    assertThat(variables(compose))
        .isEqualTo(
            Files.readAllLines(Path.of("docker/env.example")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("=.*", ""))
                .collect(Collectors.toCollection(TreeSet::new)));
    // What is not in .env is empty, which is enough as long as the channel is off.
    assertThat(configuration(false).channels().get("shop").enabled()).isFalse();
    Path on = Files.createTempFile("serai", ".yaml");
    Files.writeString(
        on, Files.readString(CONFIGURATION).replace("enabled: false", "enabled: true"));
    ConfigurationFile file = ConfigurationFile.read(on, environment(true));
    assertThat(file.faults(ConnectorCatalog.scan(Path.of("connectors")))).isEmpty();
    Files.delete(on);
  }

  @Test
  void theHubFindsItsCompanionsByTheirNames() {
    Configuration configuration = configuration(true);
    URI database = URI.create(configuration.database().orElseThrow().url().substring(5));
    Map<String, String> postgres = block(services.get(database.getHost()), "environment");
    assertThat(database.getPath()).isEqualTo("/" + postgres.get("POSTGRES_DB"));
    assertThat(configuration.database().orElseThrow().user())
        .isEqualTo(postgres.get("POSTGRES_USER"));
    assertThat(services).containsKey(host(ConnectorKind.SUPPLIER, "north"));
    assertThat(services).containsKey(host(ConnectorKind.NOTIFIER, "mail"));
    assertThat(list(services.get("hub"), "ports"))
        .allMatch(port -> port.endsWith(":" + configuration.hub().httpPort()));
    Map<String, String> sftp = block(services.get("sftp"), "environment");
    assertThat(sftp.get("SFTP_USERS")).startsWith("my-shop:").endsWith(":orders,out");
  }

  @Test
  void aSecondHubDiffersFromTheFirstInItsNameItsPortAndItsData() {
    Map<String, Object> first = services.get("hub");
    Map<String, Object> second = services.get("hub-2");
    assertThat(second.get("profiles")).isEqualTo(List.of("cluster"));
    assertThat(second.get("environment")).isEqualTo(first.get("environment"));
    for (String own : List.of("hostname", "ports", "volumes")) {
      assertThat(second.get(own)).as(own).isNotEqualTo(first.get(own));
    }
  }

  @Test
  void theImageIsBuiltFromWhatIsThereAndStartsACommandThatThereIs() throws IOException {
    Set<String> ignored = Set.copyOf(Files.readAllLines(Path.of(".dockerignore")));
    for (String line : image.lines().filter(each -> each.startsWith("COPY ")).toList()) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length - 1 && !words[1].startsWith("--from"); i++) {
        assertThat(Path.of(words[i])).exists();
        assertThat(ignored).doesNotContain(words[i]);
      }
    }
    assertThat(image).contains("ENTRYPOINT [\"/opt/serai/serai\"]", "CMD [\"run\"]");
    CommandLine serai = Serai.commandLine().setOut(new PrintWriter(new StringWriter()));
    serai.getSubcommands().get("run").setOut(new PrintWriter(new StringWriter()));
    assertThat(serai.execute("run", "--help")).isZero();
    assertThat(image.lastIndexOf("USER serai")).isGreaterThan(image.lastIndexOf("FROM "));
    assertThat(Files.readString(Path.of("src/main/assembly/distribution.xml")))
        .contains("<include>serai</include>", "serai-${project.version}");
  }

  @Test
  void itsHealthIsAskedAtAnAddressThatTheHubAnswers() throws IOException {
    URI asked = URI.create(found("http://127\\.0\\.0\\.1:[0-9]+/[a-z/]+", image));
    assertThat(image).contains("EXPOSE " + asked.getPort());
    assertThat(asked.getPort()).isEqualTo(configuration(true).hub().httpPort());
    try (Stream<Path> routes = Files.list(Path.of("routes"))) {
      assertThat(routes.map(DockerTest::text))
          .anyMatch(text -> text.contains("platform-http:" + asked.getPath() + "\n"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String host(ConnectorKind kind, String id) {
    return ConfigurationFile.read(CONFIGURATION, environment(true))
        .account(kind, id)
        .at("/settings/host")
        .asText();
  }

  private static Configuration configuration(boolean set) {
    return Configuration.load(
        CONFIGURATION, ConnectorCatalog.scan(Path.of("connectors")), environment(set));
  }

  private static Map<String, String> environment(boolean set) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SERAI_DB_PASSWORD", "a");
    environment.put("NORTH_PASSWORD", "b");
    environment.put("SHOPIFY_URL", set ? "https://my-shop.myshopify.com" : "");
    environment.put("SHOPIFY_TOKEN", set ? "t" : "");
    environment.put("SHOPIFY_LOCATION", set ? "gid://shopify/Location/1" : "");
    return environment;
  }

  private static Set<String> variables(String text) {
    return Pattern.compile("\\$\\{([A-Z_]+)")
        .matcher(
            text.lines()
                .filter(line -> !line.strip().startsWith("#"))
                .collect(Collectors.joining("\n")))
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group();
  }
}
