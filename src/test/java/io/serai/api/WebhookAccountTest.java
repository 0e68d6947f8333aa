package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.config.Settings;
import io.serai.mapping.MappingFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from whom, by what a connector declares. */
class WebhookAccountTest {
  private static final String HMAC =
      "{kind: hmac, header: X-Signature, encoding: hex, prefix: \"sha256=\", secret: \"{{word}}\"}";
  private static final String BODY = "{\"id\":\"é\"}";

  @TempDir Path folder;

  @Test
  void aSignatureInHexadecimalStandsBehindItsPrefix() throws IOException {
    WebhookAccount account = account(HMAC, "news: .id", "key").orElseThrow();
    Notification proven = account.proven(notification(Map.of(), BODY));
    String signature = proven.headers().get("x-signature");

    assertThat(signature).matches("sha256=[0-9a-f]{64}");
    assertThat(account.isGenuine(proven)).isTrue();
    assertThat(account.isGenuine(signed(signature.toUpperCase().replace("SHA", "sha")))).isTrue();
    assertThat(account.isGenuine(signed(signature.substring(7)))).isFalse();
    assertThat(account.isGenuine(signed("sha256="))).isFalse();
    assertThat(account.isGenuine(signed(signature + "00"))).isFalse();
    assertThat(account.isGenuine(signed(signature.replace("=", "=zz")))).isFalse();
  }

  @Test
  void aTokenCanStandInTheQuery() throws IOException {
    String verify = "{kind: token, query: key, secret: \"{{word}}\"}";
    WebhookAccount account = account(verify, "news: .id", "key").orElseThrow();

    assertThat(account.isGenuine(new Notification(Map.of(), Map.of("key", "key"), new byte[0])))
        .isTrue();
    assertThat(account.isGenuine(new Notification(Map.of("key", "key"), Map.of(), new byte[0])))
        .isFalse();
    assertThat(account.isGenuine(new Notification(Map.of(), Map.of("key", ""), new byte[0])))
        .isFalse();
  }

  @Test
  void anAccountWithoutTheSecretTakesNothing() throws IOException {
    assertThat(account(HMAC, "news: .id", "")).isEmpty();
    assertThat(account(HMAC, "news: .id", " ")).isEmpty();
  }

  @Test
  void whatHasNoIdIsKnownByItsBody() throws IOException {
    WebhookAccount none = account(HMAC, "news: .id", "key").orElseThrow();
    WebhookAccount named =
        account(HMAC, "news: .id\n  id: $headers[\"x-id\"]", "key").orElseThrow();

    assertThat(none.id(notification(Map.of(), BODY)))
        .isEqualTo(none.id(notification(Map.of("x-id", "1"), BODY)))
        .isNotEqualTo(none.id(notification(Map.of(), BODY + " ")));
    assertThat(named.id(notification(Map.of("x-id", "7"), BODY))).isEqualTo("7");
    assertThat(named.id(notification(Map.of(), BODY)))
        .isEqualTo(none.id(notification(Map.of(), BODY)));
    assertThat(named.id(notification(Map.of("x-id", "x".repeat(5000)), BODY))).hasSize(64);
  }

  @Test
  void ordersCanComeWhole() throws IOException {
    WebhookAccount account = account(HMAC, "orders: .orders[]", "key").orElseThrow();

    WebhookAccount.Heard heard =
        account.hear(
            "x", bytes("{\"orders\": [{\"code\": 90071992547409931, \"state\": \"new\"}]}"));

    assertThat(heard.news()).isEmpty();
    assertThat(heard.orders())
        .singleElement()
        .hasToString(
            "{\"number\":\"90071992547409931\",\"revision\":\"new\",\"order\":{\"code\":90071992547409931,\"state\":\"new\"}}");
  }

  @Test
  void ordersAreNamedOnceEachWithEveryDigit() throws IOException {
    WebhookAccount account = account(HMAC, "news: .ids[]", "key").orElseThrow();

    assertThat(account.hear("x", bytes("{\"ids\": [9007199254740993123, 2, 2, null]}")).news())
        .containsExactly("9007199254740993123", "2");
    assertThatThrownBy(() -> account.hear("x", bytes("<html>"))).isInstanceOf(MappingFault.class);
  }

  private Notification signed(String signature) {
    return notification(Map.of("x-signature", signature), BODY);
  }

  private static Notification notification(Map<String, String> headers, String body) {
    return new Notification(headers, Map.of(), bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Optional<WebhookAccount> account(String verify, String brings, String word)
      throws IOException {
    Path file = folder.resolve("channels/shop/connector.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        title: Shop
        kind: channel
        description: A shop.
        settings:
          properties:
            word: {title: Word, description: The secret., type: string, format: password}
        api:
          url: http://shop
          orders: {request: '{path: "/"}', number: .code, revision: .state, cursor: .at}
        webhooks:
          verify: %s
          %s
        """
            .formatted(verify, brings));
    Connector connector =
        ConnectorCatalog.scan(folder).find(ConnectorKind.CHANNEL, "shop").orElseThrow();
    AccountSettings settings = new AccountSettings(connector, Settings.of(Map.of("word", word)));
    ApiAccount api =
        new ApiAccount(
            "shop",
            Api.of(connector).orElseThrow(),
            settings,
            Clock.systemUTC(),
            Clock.systemUTC(),
            call -> {
              throw new IOException("nobody is asked");
            },
            Pause.REAL);
    return WebhookAccount.of(connector, settings, Optional.of(api));
  }
}
