package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.rest.Contract;
import io.serai.rest.Operation;
import io.serai.rest.Scope;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API under attack: each operation of the contract, by whoever may not call it. */
class ApiHostilityTest {
  private static final String BASE = "/api/v1";
  private static final List<Operation> OPERATIONS = Contract.load().operations();
  private static HostileHub hub;
  private static String all;

  @BeforeAll
  static void aHub() throws Exception {
    hub = new HostileHub();
    all = hub.token("all", Scope.words());
  }

  @AfterAll
  static void end() {
    hub.close();
  }

  @Test
  void everyOperationWantsAToken() {
    String before = hub.state();
    for (Operation operation : OPERATIONS) {
      HttpResponse<String> answer = hub.ask(operation.method(), path(operation), Map.of(), "");
      isProblem(operation, answer, 401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"serai\"");
    }
    assertThat(hub.state()).isEqualTo(before);
  }

  @Test
  void noOtherProofWillDo() {
    String expired = hub.token("expired", Scope.words());
    String revoked = hub.token("revoked", Scope.words());
    hub.scene.database.useTransaction(
        handle -> {
          handle.execute("update api_token set expires_at = now() where name = 'expired'");
          handle.execute("update api_token set revoked_at = now() where name = 'revoked'");
        });
    String basic = Base64.getEncoder().encodeToString(("admin:" + all).getBytes());
    String hash = hub.scene.one("select token_hash from api_token where name = 'all'");
    for (String proof :
        List.of(
            "Bearer " + expired,
            "Bearer " + revoked,
            "Bearer " + all.substring(0, all.length() - 1),
            "Bearer " + all.toUpperCase(Locale.ROOT),
            "Bearer " + hash,
            "Bearer ' or 1=1 --",
            "Bearer",
            "Basic " + basic,
            all)) {
      for (Operation operation : OPERATIONS) {
        isProblem(
            operation,
            hub.ask(operation.method(), path(operation), Map.of("Authorization", proof), ""),
            401);
      }
    }
    assertThat(hub.ask("GET", BASE + "/orders?access_token=" + all, Map.of(), "").statusCode())
        .isEqualTo(401);
  }

  @Test
  void everyOperationWantsItsScope() {
    String before = hub.state();
    for (Scope scope : Scope.values()) {
      List<String> others = new ArrayList<>(Scope.words());
      others.remove(scope.word());
      String token = hub.token("without " + scope.word().replace(':', ' '), others);
      for (Operation operation : OPERATIONS) {
        if (operation.scope().filter(scope::equals).isPresent()) {
          HttpResponse<String> answer = call(token, operation);
          isProblem(operation, answer, 403);
          assertThat(answer.body()).contains(scope.word());
        }
      }
    }
    assertThat(hub.state().replaceFirst(" \\d+$", "")).isEqualTo(before.replaceFirst(" \\d+$", ""));
  }

  @Test
  void whoMayOnlyReadChangesNothing() {
    String token =
        hub.token("reader", Scope.words().stream().filter(word -> word.endsWith(":read")).toList());
    String before = hub.state();
    for (Operation operation : OPERATIONS) {
      if (operation.changes()) {
        isProblem(operation, call(token, operation), 403);
      } else {
        assertThat(call(token, operation).statusCode()).as(operation.id()).isIn(200, 400, 404);
      }
    }
    assertThat(hub.state()).isEqualTo(before);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    String large = "\"" + "x".repeat(1_500_000) + "\"";
    HttpResponse<String> answer =
        hub.ask(
            "POST",
            BASE + "/orders",
            Map.of("Authorization", "Bearer " + all, "Content-Type", "application/json"),
            large);
    assertThat(answer.statusCode()).isEqualTo(413);

    assertThat(
            hub.statusOfTooLarge(
                BASE + "/orders", authorization() + "Content-Type: application/json\r\n"))
        .isEqualTo(413);
    assertThat(HostileHub.status(hub.askRaw("GET", BASE + "/orders?text=" + "x".repeat(9000), "")))
        .isBetween(400, 499);
    assertThat(
            HostileHub.status(
                hub.askRaw("GET", BASE + "/orders", "X-Long: " + "x".repeat(20_000) + "\r\n")))
        .isBetween(400, 499);
    for (String deep : List.of("[".repeat(20_000), "{\"a\":".repeat(20_000), "1e999999999")) {
      assertThat(post("/orders", deep).statusCode()).as(deep.substring(0, 5)).isIn(400, 422);
    }
  }

  @Test
  void whatStandsInAnAddressIsData() {
    String before = hub.state();
    for (String address :
        List.of(
            "/orders/dtc/..%2f..%2f..%2fhealth%2flive",
            "/orders/%2e%2e/%2e%2e/audit",
            "/orders/dtc/..",
            "/orders/dtc/%00",
            "/orders/dtc/1%0d%0aX-Injected:%20yes",
            "/orders/dtc/%ff%fe",
            "/orders/dtc/%",
            "/orders/dtc/%zz",
            "/orders/dtc/" + "1".repeat(3000),
            "//orders",
            "/orders/",
            "/orders;x=1",
            "/%252e%252e/console",
            "/documents/1%27%20or%201=1",
            "/documents/99999999999999999999",
            "/documents/-1",
            "/stock/%27%3b%20drop%20table%20offer%3b--",
            "/orders?state=%3Cscript%3E",
            "/orders?limit=-1",
            "/orders?limit=99999999999999999999",
            "/orders?limit=1&limit=2",
            "/orders?cursor=%00",
            "/orders?cursor=..%2f..",
            "/orders?%0d%0aX-Injected:%20yes=1",
            "/orders?text=%00",
            "/../v1/../../../etc/passwd",
            "0/orders")) {
      String answer = hub.askRaw("GET", BASE + address, authorization());
      assertThat(HostileHub.status(answer)).as(address).isBetween(400, 499);
      assertThat(answer.toLowerCase(Locale.ROOT))
          .as(address)
          .doesNotContain("\nx-injected", "<script", "\tat ", "exception");
      assertThat(HostileHub.status(hub.askRaw("GET", BASE + address, "")))
          .as(address + " by a stranger")
          .isIn(400, 401, 404);
    }
    assertThat(hub.state()).isEqualTo(before);
  }

  @Test
  void whatIsPushedComesBackAsDataOnly() {
    String number = "1\\r\\nX-Injected: yes" + HostileHub.SCRIPT.replace("\"", "\\\"");
    HttpResponse<String> pushed =
        post(
            "/orders",
            """
            {"channel": "dtc", "number": "%s", "externalId": "1", "revision": "1",
             "placedAt": "2026-12-01T09:00:00Z", "currency": "USD",
             "customer": {"name": "Ana"}, "shipTo": {"country": "US"},
             "lines": [{"line": "1", "externalId": "1", "sku": "TEA", "quantity": 1}]}"""
                .formatted(number));
    assertThat(pushed.statusCode()).isIn(202, 422);
    assertThat(pushed.headers().firstValue("X-Injected")).isEmpty();
    assertThat(pushed.headers().firstValue("Location").orElse("")).doesNotContain("<", "\n");

    String file = hub.scene.one("select id from document where name like 'ACK-%'");
    HttpResponse<String> content =
        hub.ask(
            "GET",
            BASE + "/documents/" + file + "/content",
            Map.of("Authorization", "Bearer " + all),
            "");
    assertThat(content.headers().firstValue("Content-Type").orElseThrow())
        .isEqualTo("application/octet-stream");
    assertThat(content.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; ")
        .doesNotContain("<", "'");
  }

  @Test
  void noMethodIsTakenThatTheContractDoesNotName() {
    for (Operation operation : OPERATIONS) {
      for (String method : List.of("PUT", "PATCH", "DELETE", "POST", "GET")) {
        boolean named =
            OPERATIONS.stream()
                .anyMatch(
                    each -> path(each).equals(path(operation)) && each.method().equals(method));
        if (!named) {
          assertThat(
                  hub.ask(method, path(operation), Map.of("Authorization", "Bearer " + all), "")
                      .statusCode())
              .as(method + " " + path(operation))
              .isIn(404, 405);
        }
      }
    }
    assertThat(HostileHub.status(hub.askRaw("TRACE", BASE + "/orders", authorization())))
        .isBetween(400, 499);
  }

  private static HttpResponse<String> call(String token, Operation operation) {
    return hub.ask(
        operation.method(), path(operation), Map.of("Authorization", "Bearer " + token), "");
  }

  private static HttpResponse<String> post(String path, String body) {
    return hub.ask(
        "POST",
        BASE + path,
        Map.of("Authorization", "Bearer " + all, "Content-Type", "application/json"),
        body);
  }

  private static String authorization() {
    return "Authorization: Bearer " + all + "\r\n";
  }

  private static String path(Operation operation) {
    return BASE + String.join("/", operation.path()).replaceAll("\\{[a-zA-Z]+}", "1");
  }

  private static void isProblem(Operation operation, HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(operation.id()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(operation.id())
        .contains("application/problem+json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }
}
