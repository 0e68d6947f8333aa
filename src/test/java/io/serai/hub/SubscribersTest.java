package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.serai.webhook.Destination;
import io.serai.webhook.Subscription;
import io.serai.webhook.Subscriptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Those who have subscribed get every message, signed and in order, however they fail meanwhile.
 */
class SubscribersTest {
  private static Scene scene;
  private static Subscriptions subscriptions;
  private static DefaultCamelContext routes;
  private static int orders;
  private Receiver receiver;

  @BeforeAll
  static void aHubThatSends() throws Exception {
    scene = Scene.usual().stock("north", "TEA,9999", "MUG,0");
    subscriptions = EventsTest.subscriptions(scene);
    routes = sending();
  }

  @AfterAll
  static void end() {
    routes.stop();
    scene.close();
  }

  @BeforeEach
  void somebodyListens() {
    receiver = new Receiver();
  }

  @AfterEach
  void nobodyListens() {
    subscriptions()
        .forEach(
            each ->
                scene.database.useTransaction(handle -> subscriptions.delete(handle, each.name())));
    receiver.close();
  }

  private static DefaultCamelContext sending() throws Exception {
    DefaultCamelContext context = new DefaultCamelContext();
    Properties properties = new Properties();
    properties.setProperty("hub.sweepMillis", "20");
    context.getPropertiesComponent().setInitialProperties(properties);
    scene.beans().forEach(context.getRegistry()::bind);
    for (String file : List.of("00-when-things-fail.yaml", "92-webhooks-send.yaml")) {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(
              ResourceHelper.resolveMandatoryResource(
                  context, "file:" + Path.of("routes", file).toAbsolutePath()));
    }
    context.start();
    return context;
  }

  @Test
  void everyMessageIsSignedByTheSecretThatWasShownOnce() throws Exception {
    String secret = subscribe("shop", "order.*");

    order();

    Receiver.Got got = receiver.wait(2).get(0);
    assertThat(got.json().path("type").asText()).isEqualTo("order.received");
    assertThat(got.header("webhook-id")).isEqualTo(got.json().path("id").asText());
    assertThat(Long.parseLong(got.header("webhook-timestamp")))
        .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 1);
    assertThat(got.header("webhook-signature")).isEqualTo(signature(secret, got));
    assertThat(got.header("content-type")).startsWith("application/json");
    assertThat(
            scene.rows(
                "select 1 from subscription where position('"
                    + secret.substring(6)
                    + "'::bytea in secret) > 0"))
        .isEmpty();
  }

  @Test
  void forADayAfterARotationBothSecretsSign() throws Exception {
    String old = subscribe("shop", "order.received");
    String fresh =
        scene.database.inTransaction(
            handle -> subscriptions.rotate(handle, "shop").orElseThrow().secret());

    order();
    Receiver.Got got = receiver.wait(1).get(0);
    assertThat(got.header("webhook-signature").split(" "))
        .containsExactly(signature(fresh, got), signature(old, got));

    sql("update subscription set old_secret_until = now() - interval '1 second'");
    order();
    got = receiver.wait(2).get(1);
    assertThat(got.header("webhook-signature")).isEqualTo(signature(fresh, got));
  }

  @Test
  void whatIsNotTakenComesAgainUnderItsIdAndBeforeWhatFollows() {
    receiver.answers(503, 503);
    subscribe("shop", "order.received", "order.planned");

    order();
    receiver.wait(1);
    hurry();
    receiver.wait(2);
    hurry();

    List<Receiver.Got> got = receiver.wait(4);
    assertThat(got.stream().map(each -> each.json().path("type").asText()))
        .containsExactly("order.received", "order.received", "order.received", "order.planned");
    assertThat(got.stream().limit(3).map(each -> each.header("webhook-id")).distinct()).hasSize(1);
    assertThat(got.stream().map(each -> each.json().path("sequence").asLong())).isSorted();
    await().untilAsserted(() -> assertThat(shop().state()).isEqualTo("active"));
  }

  @Test
  void aReceiverIsLeftInPeaceAsLongAsItAsks() {
    receiver.answersAfter(429, "3600");
    subscribe("shop", "order.received");

    order();

    receiver.wait(1);
    await().untilAsserted(() -> assertThat(shop().fault()).startsWith("HTTP 429"));
    assertThat(
            scene.one(
                "select quiet_until > now() + interval '59 minutes' from subscription where name = 'shop'"))
        .isEqualTo("t");
    assertThat(
            scene.one(
                "select due_at > now() + interval '59 minutes' from delivery where account = 'shop'"))
        .isEqualTo("t");
    assertThat(shop().state()).isEqualTo("failing");
  }

  @Test
  void redirectsAreNotFollowed() {
    receiver.answersAt(302, "/elsewhere");
    subscribe("shop", "order.received");

    order();

    receiver.wait(1);
    await().untilAsserted(() -> assertThat(shop().fault()).contains("redirects are not followed"));
    assertThat(receiver.got()).hasSize(1);
  }

  @Test
  void whoIsGoneIsPausedAndAPersonIsTold() {
    receiver.answers(410);
    subscribe("shop", "order.received");

    order();
    await().untilAsserted(() -> assertThat(shop().state()).isEqualTo("paused"));
    assertThat(shop().pausedWhy()).contains("gone");
    assertThat(scene.alerts()).contains("webhook-paused");

    order();
    scene.database.useTransaction(handle -> subscriptions.resume(handle, "shop"));
    assertThat(receiver.wait(3)).hasSize(3);
  }

  @Test
  void whoHasTakenNothingForDaysIsPaused() {
    receiver.answers(500);
    subscribe("shop", "order.received");
    sql("update subscription set failing_since = now() - interval '3 days 1 minute'");

    order();

    await().untilAsserted(() -> assertThat(shop().state()).isEqualTo("paused"));
    assertThat(shop().pausedWhy()).startsWith("It has taken nothing for 3 days: HTTP 500");
    assertThat(shop().owed()).isEqualTo(1);
  }

  @Test
  void oneMessageThatIsNeverTakenIsGivenUpAndTheOthersGo() {
    subscribe("shop", "order.received", "order.planned");
    pause();
    order();
    await().untilAsserted(() -> assertThat(shop().owed()).isEqualTo(2));
    receiver.answers(500);
    sql(
        "update delivery set attempts = 12 where account = 'shop' and payload ->> 'type' = 'order.received'");

    scene.database.useTransaction(handle -> subscriptions.resume(handle, "shop"));

    await().untilAsserted(() -> assertThat(shop().quarantined()).isEqualTo(1));
    assertThat(receiver.wait(2).get(1).json().path("type").asText()).isEqualTo("order.planned");
  }

  @Test
  void aSlowReceiverKeepsNobodyElseWaiting() {
    try (Receiver slow = new Receiver()) {
      slow.hold();
      subscribe("shop", "order.received");
      scene.database.useTransaction(
          handle ->
              subscriptions.create(handle, "slow", slow.url(), List.of("order.received"), "Anna"));

      order();
      slow.wait(1);
      order();

      assertThat(receiver.wait(2)).hasSize(2);
      assertThat(slow.got()).hasSize(1);
      slow.letGo();
      slow.wait(2);
    }
  }

  @Test
  void whatWasTakenCanBeSentAgain() {
    subscribe("shop", "order.received");
    order();
    receiver.wait(1);
    await().untilAsserted(() -> assertThat(shop().owed()).isZero());
    Subscription.Message message =
        scene
            .database
            .inTransaction(handle -> subscriptions.messages(handle, "shop", Long.MAX_VALUE, 5))
            .get(0);
    assertThat(message.answer()).isEqualTo("HTTP 204");

    boolean sent =
        scene.database.inTransaction(handle -> subscriptions.replay(handle, "shop", message.id()));
    assertThat(sent).isTrue();
    List<Receiver.Got> got = receiver.wait(2);
    assertThat(got.get(1).body()).isEqualTo(got.get(0).body());

    await().untilAsserted(() -> assertThat(shop().owed()).isZero());
    int again =
        scene.database.inTransaction(
            handle -> subscriptions.replaySince(handle, "shop", scene.clock.instant()));
    assertThat(again).isPositive();
    receiver.wait(2 + again);
  }

  @Test
  void aTestGoesToWhoeverAskedForItAlone() {
    subscribe("shop", "stock.changed");

    scene.database.useTransaction(handle -> subscriptions.test(handle, "shop"));

    assertThat(receiver.wait(1).get(0).json().path("type").asText()).isEqualTo("webhook.test");
  }

  @Test
  void whatAHubThatDiedWasSendingIsSentByTheNext() {
    subscribe("shop", "order.received");
    pause();
    order();
    await().untilAsserted(() -> assertThat(shop().owed()).isEqualTo(1));
    sql(
        "update delivery set state = 'sending', claimed_by = 'test', claimed_until = now() + interval '5 minutes' where account = 'shop'");
    sql(
        "update subscription set paused = false, claimed_by = 'test', claimed_until = now() + interval '5 minutes'");

    scene.bean(DeliveryDesk.class, "deliveries").reclaim();
    scene.bean(SubscriptionDesk.class, "subscriptions").reclaim();

    receiver.wait(1);
  }

  @Test
  void withAnotherKeyNothingIsSentUnsigned() {
    subscribe("shop", "order.received");
    sql("update subscription set secret = overlay(secret placing '\\x0000'::bytea from 14 for 2)");

    order();

    await().untilAsserted(() -> assertThat(shop().pausedWhy()).contains("webhooks.secretKey"));
    assertThat(receiver.got()).isEmpty();

    scene.database.useTransaction(
        handle -> {
          subscriptions.rotate(handle, "shop");
          subscriptions.resume(handle, "shop");
        });
    assertThat(receiver.wait(1).get(0).header("webhook-signature").split(" ")).hasSize(1);
  }

  @Test
  void whatWouldNotDoIsRefusedAtOnce() {
    Map<String, String> refused =
        Map.of(
            "http://example.com/hook", "Anybody on the way can read",
            "ftp://example.com/hook", "The address is none",
            "https:///hook", "The address is none",
            "https://user@example.com/", "The address has a user",
            "https://169.254.169.254/latest/meta-data", "is no address that messages may go to",
            "https://[fe80::1]/", "is no address that messages may go to",
            "https://0.0.0.0/", "is no address that messages may go to");
    refused.forEach(
        (url, why) ->
            assertThatThrownBy(() -> create("other", url, "order.*"))
                .describedAs(url)
                .isInstanceOf(Subscriptions.Unfit.class)
                .hasMessageContaining(why));
    assertThatThrownBy(() -> create("Other!", "https://example.com/", "order.*"))
        .hasMessageContaining("name begins with a small letter");
    assertThatThrownBy(() -> create("other", "https://example.com/", "order.eaten"))
        .hasMessageContaining("There is no event \"order.eaten\"");
  }

  @Test
  void aNameThatLeadsIntoAForbiddenNetworkIsRefusedWhenItIsCalled() {
    WebhookPost post = new WebhookPost(new Destination(true, true));

    assertThatThrownBy(
            () -> post.post("http://localhost:" + receiver.port() + "/", Map.of(), new byte[0]))
        .hasMessageContaining("localhost is out of reach");
    assertThat(receiver.got()).isEmpty();
  }

  @Test
  void aReceiverThatAnswersDropByDropIsGivenUp() {
    receiver.drips();
    WebhookPost post = new WebhookPost(new Destination(true, false), Duration.ofMillis(300));

    assertThatThrownBy(() -> post.post(receiver.url(), Map.of(), new byte[0]))
        .isInstanceOf(IOException.class);
  }

  /** Signs by the letter of the specification, without our own code. */
  private static String signature(String secret, Receiver.Got got) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed =
        got.header("webhook-id") + "." + got.header("webhook-timestamp") + "." + got.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private String subscribe(String name, String... events) {
    return create(name, receiver.url(), events);
  }

  private static String create(String name, String url, String... events) {
    return scene.database.inTransaction(
        handle -> subscriptions.create(handle, name, url, Arrays.asList(events), "Anna").secret());
  }

  private static void order() {
    scene.order("W" + ++orders, "TEA,1");
  }

  private static void pause() {
    scene.database.useTransaction(handle -> subscriptions.pause(handle, "shop"));
  }

  /** What waits for its time waits no longer. */
  private static void hurry() {
    await().untilAsserted(() -> assertThat(shop().failingSince()).isPresent());
    await()
        .untilAsserted(
            () ->
                assertThat(
                        scene.rows(
                            "select 1 from delivery where kind = 'webhook' and state = 'sending'"))
                    .isEmpty());
    sql("update delivery set due_at = now() where kind = 'webhook' and state = 'owed'");
    sql("update subscription set quiet_until = null");
  }

  private static Subscription shop() {
    return scene.database.inTransaction(handle -> subscriptions.find(handle, "shop").orElseThrow());
  }

  private static List<Subscription> subscriptions() {
    return scene.database.inTransaction(subscriptions::all);
  }

  private static void sql(String statement) {
    scene.database.useTransaction(handle -> handle.execute(statement));
  }
}
