package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  private static final String WHOLE =
      """
      hub:
        name: demo
        dataFolder: here/data
        clock: {start: 2026-11-23T00:00:00Z, realStart: 2026-11-23T12:00:00Z, rate: 86400}
      database:
        url: jdbc:postgresql://db/serai?sslpassword=${DB_PASSWORD}
        user: hub
        password: ${DB_PASSWORD}
      channels:
        dtc:
          connector: shop
          pollSeconds: 0.5
          settings: {shop: a.example, token: "${TOKEN}"}
      suppliers:
        north:
          connector: files
          handlingFee: 1.50
          currency: EUR
          countries: [US, CA]
          settings: {separator: ;}
      notifiers:
        mail: {connector: mail}
      rules:
        prioritize: [price]
      """;
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DB_PASSWORD", "hunter2", "TOKEN", "shpat_secret", "PAGE", "20");

  @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void installation() {
    tree = Tree.withConnectors(root);
  }

  @Test
  void aWholeConfigurationIsRead() {
    Configuration configuration = tree.load(WHOLE, ENVIRONMENT);

    Hub hub = configuration.hub();
    assertThat(hub.name()).isEqualTo("demo");
    assertThat(hub.dataFolder()).isEqualTo(root.resolve("here/data"));
    assertThat(hub.templatesFolder()).isEqualTo(root.resolve("templates"));
    assertThat(hub.clock().orElseThrow().start()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(configuration.database().orElseThrow().password().reveal()).isEqualTo("hunter2");
    assertThat(configuration.channels().get("dtc").poll()).isEqualTo(Duration.ofMillis(500));
    assertThat(configuration.suppliers().get("north").handlingFee()).isEqualTo("1.50");
    assertThat(configuration.suppliers().get("north").currency()).contains("EUR");
    assertThat(configuration.suppliers().get("north").countries()).containsExactly("US", "CA");
    assertThat(configuration.notifiers()).containsOnlyKeys("mail");
    assertThat(configuration.rules().at("/prioritize/0").asText()).isEqualTo("price");
  }

  @Test
  void whatIsAbsentHasItsDefault() {
    Configuration configuration =
        tree.load("channels: {dtc: {connector: shop, settings: {shop: a, token: b}}}", Map.of());

    Channel channel = configuration.channels().get("dtc");
    assertThat(channel.enabled()).isTrue();
    assertThat(channel.poll()).isEqualTo(Duration.ofSeconds(60));
    assertThat(channel.settings().asMap())
        .containsExactlyInAnyOrderEntriesOf(Map.of("shop", "a", "token", "b", "pageSize", "50"));
    assertThat(configuration.hub().dataFolder()).isEqualTo(root.resolve("data"));
    assertThat(configuration.hub().sweep()).isEqualTo(Duration.ofMillis(500));
    assertThat(configuration.database()).isEmpty();
    assertThat(configuration.rules()).isEmpty();
  }

  @Test
  void defaultsOfNestedSettingsAreFilledIn() {
    Configuration configuration = tree.load("suppliers: {north: {connector: files}}", Map.of());

    assertThat(configuration.suppliers().get("north").settings().asMap())
        .containsEntry("separator", ",")
        .containsEntry("columns.sku", "sku");
  }

  @Test
  void anEmptyFileIsAHubWithoutAccounts() {
    Configuration configuration = tree.load("# nothing yet\nchannels:\n", Map.of("HOSTNAME", "h1"));

    assertThat(configuration.channels()).isEmpty();
    assertThat(configuration.hub().name()).isEqualTo("h1");
  }

  @Test
  void noSecretIsPrinted() {
    Configuration configuration = tree.load(WHOLE, ENVIRONMENT);

    assertThat(configuration.channels().get("dtc").settings().text("token"))
        .hasValue("shpat_secret");
    assertThat(configuration.toString()).doesNotContain("hunter2").doesNotContain("shpat_secret");
  }

  @Test
  void aSecretIsReadFromAFileBesideTheConfiguration() {
    tree.write("secrets/token", "shpat_file\n");

    Configuration configuration =
        tree.load(
            "channels: {dtc: {connector: shop, settings: {shop: a, token: \"${file:secrets/token}\"}}}",
            Map.of());

    assertThat(configuration.channels().get("dtc").settings().text("token")).hasValue("shpat_file");
  }

  @Test
  void aNumberMayComeFromTheEnvironment() {
    String yaml =
        "channels: {dtc: {connector: shop, pollSeconds: '${POLL:7}',"
            + " settings: {shop: a, token: '12345', pageSize: '${PAGE}'}}}";

    Channel channel = tree.load(yaml, ENVIRONMENT).channels().get("dtc");

    assertThat(channel.poll()).isEqualTo(Duration.ofSeconds(7));
    assertThat(channel.settings().json().get("pageSize").isInt()).isTrue();
    assertThat(channel.settings().json().get("token").isTextual()).isTrue();
  }

  @Test
  void twoDollarsKeepAPlaceholderAsText() {
    Configuration configuration =
        tree.load(
            "channels: {dtc: {connector: shop, settings: {shop: '$${x}', token: t}}}", Map.of());

    assertThat(configuration.channels().get("dtc").settings().text("shop")).hasValue("${x}");
  }

  @Test
  void aConfigurationWithFaultsIsRefusedWithAllOfThem() {
    assertThatThrownBy(() -> tree.load("channel: {}\nsuplier: {}\n", Map.of()))
        .isInstanceOfSatisfying(ConfigurationFaults.class, e -> assertThat(e.faults()).hasSize(2))
        .hasMessageContaining("serai.yaml:1: unknown key \"channel\", write \"channels\"");
  }

  @Test
  void aFileThatIsNotThereIsAFault() {
    ConfigurationFile file = ConfigurationFile.read(root.resolve("none.yaml"), Map.of());

    assertThat(file.faults(ConnectorCatalog.scan(root.resolve("connectors"))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).isEqualTo("no such file"));
  }
}
