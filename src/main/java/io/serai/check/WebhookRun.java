package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.api.AccountSettings;
import io.serai.api.Api;
import io.serai.api.ApiAccount;
import io.serai.api.Notification;
import io.serai.api.Operation;
import io.serai.api.WebhookAccount;
import io.serai.config.Connector;
import io.serai.config.Settings;
import io.serai.delivery.Rejected;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends a notification to a connector's webhook, and says what came of it. */
final class WebhookRun {
  /** What a fixture calls it. */
  static final String WORD = "webhook";

  private final Connector connector;
  private final Optional<Api> api;
  private final RecordedAnswers answers;

  WebhookRun(Connector connector, Optional<Api> api, RecordedAnswers answers) {
    this.connector = connector;
    this.api = api;
    this.answers = answers;
  }

  /**
   * What a fixture expects, as it came: the status it is answered with, whether it is kept, its id,
   * the news and the orders in it; and, where one order is read by {@code api}, the requests for
   * the news and what they bring.
   */
  ObjectNode result(JsonNode fixture, JsonNode input) {
    Settings settings = SampleSettings.of(connector, fixture.path("settings"));
    AccountSettings accountSettings = new AccountSettings(connector, settings);
    Optional<ApiAccount> speaking =
        api.map(each -> OperationRun.account(connector, each, settings, fixture, answers));
    WebhookAccount account = WebhookAccount.of(connector, accountSettings, speaking).orElseThrow();
    Notification notification = account.proven(notification(fixture, input));
    ObjectNode result = Json.object();
    boolean isGenuine = account.isGenuine(notification);
    result.put("status", isGenuine ? 200 : 401);
    result.put("kept", isGenuine && account.isWanted(notification));
    if (result.get("kept").asBoolean()) {
      result.put("id", account.id(notification));
      OperationRun.outcome(result, () -> hear(result, account, notification.body(), speaking));
    }
    String home = api.map(each -> each.address(accountSettings)).orElse("http://channel");
    result.set("requests", answers.requests(URI.create(home)));
    return result;
  }

  private static void hear(
      ObjectNode result, WebhookAccount account, byte[] body, Optional<ApiAccount> speaking) {
    try {
      WebhookAccount.Heard heard = account.hear("notification", body);
      ArrayNode news = result.putArray("news");
      heard.news().forEach(news::add);
      ArrayNode orders = result.putObject("page").putArray("orders");
      heard.orders().forEach(order -> orders.add(order.get("number")));
      speaking
          .filter(each -> each.declares(Operation.ORDER))
          .ifPresent(
              each ->
                  heard
                      .news()
                      .forEach(
                          order ->
                              each.order(order)
                                  .path("orders")
                                  .forEach(found -> orders.add(found.get("number")))));
    } catch (MappingFault unreadable) {
      throw new Rejected(unreadable.getMessage());
    }
  }

  /** What is sent: JSON as it stands, a text as it is. */
  private static Notification notification(JsonNode fixture, JsonNode input) {
    Map<String, String> headers = new LinkedHashMap<>();
    fixture
        .path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue().asText()));
    String body = input.isTextual() ? input.asText() : input.toString();
    return new Notification(headers, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
