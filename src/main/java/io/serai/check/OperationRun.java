package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.api.AccountSettings;
import io.serai.api.Api;
import io.serai.api.ApiAccount;
import io.serai.api.Operation;
import io.serai.config.Connector;
import io.serai.config.Settings;
import io.serai.delivery.Rejected;
import io.serai.delivery.TryLater;
import io.serai.mapping.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Runs one operation of a connector against recorded answers, and says what came of it. */
final class OperationRun {
  private static final String NOW = "2026-12-01T10:00:00Z";

  private final Connector connector;
  private final Api api;
  private final RecordedAnswers answers;

  OperationRun(Connector connector, Api api, RecordedAnswers answers) {
    this.connector = connector;
    this.api = api;
    this.answers = answers;
  }

  /**
   * What a fixture expects, as it came: requests, outcome, and a page, a reason or a wait.
   *
   * @param input the cursor of a poll, or what is owed
   */
  ObjectNode result(JsonNode fixture, JsonNode input) {
    Settings settings = SampleSettings.of(connector, fixture.path("settings"));
    ApiAccount account = account(connector, api, settings, fixture, answers);
    ObjectNode result = Json.object();
    Operation operation = Operation.of(fixture.get("operation").asText()).orElseThrow();
    outcome(
        result,
        () -> {
          if (operation == Operation.ORDERS) {
            result.set("page", page(account.orders(cursor(fixture.path("cursor")))));
          } else if (operation == Operation.ORDER) {
            result.set("page", numbers(account.order(input.path("order").asText())));
          } else {
            String key = fixture.path("key").asText(operation.word() + ":fixture");
            account.tell(operation, key, fixture.path("attempts").asInt(1), input);
          }
        });
    result.set("requests", answers.requests(home(settings)));
    return result;
  }

  /** An account as a fixture has it: at a fixed time, with recorded answers. */
  static ApiAccount account(
      Connector connector, Api api, Settings settings, JsonNode fixture, RecordedAnswers answers) {
    Clock clock = Clock.fixed(Instant.parse(fixture.path("now").asText(NOW)), ZoneOffset.UTC);
    return new ApiAccount(
        "fixture",
        api,
        new AccountSettings(connector, settings),
        clock,
        clock,
        answers,
        wait -> {
          throw new TryLater("a fixture waits for nothing");
        });
  }

  /** Does it, and writes how it ended. */
  static void outcome(ObjectNode result, Runnable work) {
    try {
      work.run();
      result.put("outcome", "ok");
    } catch (Rejected rejected) {
      result.put("outcome", "fail").put("reason", rejected.getMessage());
    } catch (TryLater later) {
      result.put("outcome", later.waiting().isPresent() ? "slowDown" : "retry");
      result.put("reason", later.getMessage());
      later.waiting().ifPresent(wait -> result.put("waitMillis", wait.toMillis()));
    }
  }

  private URI home(Settings settings) {
    return URI.create(api.address(new AccountSettings(connector, settings)));
  }

  private static String cursor(JsonNode cursor) {
    return cursor.isMissingNode() ? "" : cursor.isTextual() ? cursor.asText() : cursor.toString();
  }

  private static ObjectNode numbers(JsonNode page) {
    ObjectNode shown = Json.object();
    ArrayNode orders = shown.putArray("orders");
    page.path("orders").forEach(order -> orders.add(order.get("number")));
    return shown;
  }

  /** A page as a fixture shows it: of each order its number. */
  private static ObjectNode page(JsonNode page) {
    ObjectNode shown = numbers(page);
    shown.set("cursor", Json.read(page.get("cursor").asText()));
    return shown.put("more", page.get("more").asBoolean());
  }
}
