package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What declared webhooks get wrong, each mistake on its line with its cure. */
class WebhookCheckTest {
  private static final String FILE = "connectors/channels/shop/connector.yaml";
  private static final String WEBHOOKS =
      """
      api:
        url: https://{{shop}}/v1
        orders: {request: '{path: "/orders"}', number: .number, cursor: .changed}
        order: {request: '{path: "/orders/1"}'}
      webhooks:
        verify:
          kind: hmac
          header: X-Signature
          secret: "{{token}}"
        id: $headers["x-id"]
        news: .order.id
      """;

  @TempDir Path root;
  private SmallHub hub;

  @BeforeEach
  void declareWebhooks() {
    hub = new SmallHub(root);
    hub.mistake(FILE, "settings:\n", WEBHOOKS + "settings:\n");
  }

  @Test
  void aDeclarationWithoutAMistakeHasNoFault() {
    assertThat(hub.faults()).isEmpty();
  }

  @Test
  void aSecretThatIsNoSettingIsNamed() {
    assertThat(hub.mistake(FILE, "secret: \"{{token}}\"", "secret: \"{{tokn}}\"").faults())
        .containsExactly(FILE + ":12: {{tokn}} is no setting of the connector, write \"token\"");
  }

  @Test
  void aSecretThatIsWrittenDownOrShownIsNamed() {
    assertThat(hub.mistake(FILE, "secret: \"{{token}}\"", "secret: s3cret").faults())
        .containsExactly(
            FILE
                + ":12: the secret stands in the connector, name a setting: \"{{webhookSecret}}\"");
    assertThat(hub.mistake(FILE, "secret: s3cret", "secret: \"{{shop}}\"").faults())
        .containsExactly(FILE + ":12: the setting shop is no secret, give it format: password");
  }

  @Test
  void aSignatureThatStandsNowhereIsNamed() {
    assertThat(hub.mistake(FILE, "    header: X-Signature\n", "").faults())
        .containsExactly(
            FILE
                + ":10: nothing says where the signature stands, add for example: header: X-Signature");
  }

  @Test
  void newsThatLeadToNothingAreNamed() {
    assertThat(hub.mistake(FILE, "  order: {request: '{path: \"/orders/1\"}'}\n", "").faults())
        .containsExactly(
            FILE
                + ":13: news of an order lead to nothing: nothing says how one order is read, declare api.order");
  }

  @Test
  void webhooksThatBringNothingAreNamed() {
    assertThat(hub.mistake(FILE, "  news: .order.id\n", "").faults())
        .containsExactly(FILE + ":8: webhooks bring nothing, write one of: news, orders");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThat(hub.mistake(FILE, "news: .order.id", "news: news.jq").faults())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(FILE + ":14: no file \"news.jq\" in the folder");
  }

  @Test
  void aFixtureOfAWebhookSaysWhatCameOfItOtherwise() {
    hub.write(
        "connectors/channels/shop/tests/webhook.yaml",
        """
        - name: An order is heard of
          operation: webhook
          headers: {X-Id: a}
          input: {order: {id: 7}}
          answers:
            - body: {number: "1007"}
          expect: {status: 200, id: a, news: ["8"], page: {orders: ["1007"]}}
        """);

    assertThat(hub.faults())
        .containsExactly(
            "connectors/channels/shop/tests/webhook.yaml:7: the fixture \"An order is heard of\" ends with news[0] = \"7\" where \"8\" is expected, correct the connector's webhook or, if it is right, the fixture");
  }
}
