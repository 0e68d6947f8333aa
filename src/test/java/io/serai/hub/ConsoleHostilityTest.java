package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.access.Role;
import io.serai.console.Screens;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The hub's doors under attack: every address that routes open, and every screen behind a login.
 */
class ConsoleHostilityTest {
  // What strangers get, by method and path. Whoever opens an address says here what that is.
  private static final Map<String, List<Integer>> TO_STRANGERS =
      Map.ofEntries(
          Map.entry("GET /health/live", List.of(200)),
          Map.entry("GET /health/ready", List.of(200, 503)),
          Map.entry("GET /metrics", List.of(401, 404)),
          Map.entry("POST /webhooks/{channel}", List.of(401, 404)),
          Map.entry("GET /order/{token}", List.of(404)),
          Map.entry("POST /order/{token}", List.of(404)),
          // The login, and nothing else.
          Map.entry("GET /console", List.of(200)),
          Map.entry("POST /console", List.of(401, 403)),
          Map.entry("GET /api/v1", List.of(401)),
          Map.entry("POST /api/v1", List.of(401)),
          Map.entry("PUT /api/v1", List.of(401)),
          Map.entry("PATCH /api/v1", List.of(401)),
          Map.entry("DELETE /api/v1", List.of(401)));
  private static final String FORM = "application/x-www-form-urlencoded";

  private static HostileHub hub;
  private static List<Screens.Address> addresses;
  private static HostileHub.Login viewer;
  private static HostileHub.Login operator;
  private static HostileHub.Login admin;

  @BeforeAll
  static void aHub() throws Exception {
    hub = new HostileHub();
    addresses = hub.scene.bean(ConsoleDesk.class, "console").addresses();
    viewer = hub.login("Vera", Role.VIEWER);
    operator = hub.login("Olga", Role.OPERATOR);
    admin = hub.login("Anna", Role.ADMIN);
  }

  @AfterAll
  static void end() {
    hub.close();
  }

  @Test
  void strangersReachNothingButLoginHealthAndACustomersOwnLink() {
    String before = hub.state();
    for (OpenRoute route : OpenRoute.all()) {
      String path = route.path().replaceAll("\\{[a-z]+}", "x");
      for (String method : route.methods()) {
        List<Integer> expected = TO_STRANGERS.get(method + " " + route.path());
        assertThat(expected).as(method + " " + route.path() + " is new").isNotNull();
        for (String at :
            route.isPrefix() ? List.of(path, path + "/", path + "/orders") : List.of(path)) {
          HttpResponse<String> answer =
              method.equals("GET")
                  ? look(at, Map.of())
                  : hub.ask(method, at, form("same-origin", ""), "");
          assertThat(answer.statusCode()).as(method + " " + at).isIn(expected);
          assertThat(answer.body()).as(at).doesNotContain("1001", "evil@example.com");
        }
      }
      for (String method : List.of("TRACE", "OPTIONS", "PROPFIND")) {
        assertThat(HostileHub.status(hub.askRaw(method, path, "")))
            .as(method + " " + path)
            .isBetween(400, 599);
      }
    }
    assertThat(hub.ask("GET", "/", Map.of(), "").statusCode()).isEqualTo(404);
    assertThat(hub.state()).isEqualTo(before);
  }

  @Test
  void everyScreenWantsALogin() {
    String before = hub.state();
    for (Screens.Address address : addresses) {
      HttpResponse<String> answer = ask(address, form("same-origin", ""), "csrf=x&name=x");
      assertThat(answer.statusCode()).as(address.toString()).isEqualTo(address.acts() ? 401 : 200);
      assertThat(answer.body())
          .as(address.toString())
          .contains("<title>Log in", "type=\"password\"");
    }
    assertThat(hub.state()).isEqualTo(before);
  }

  @Test
  void nobodyDoesWhatTheirRoleMayNot() {
    Map<Role, HostileHub.Login> logins = Map.of(Role.VIEWER, viewer, Role.OPERATOR, operator);
    String before = hub.state();
    logins.forEach(
        (role, login) -> {
          for (Screens.Address address : addresses) {
            if (!role.covers(address.least())) {
              HttpResponse<String> answer =
                  ask(address, form("same-origin", login.cookie()), "csrf=" + login.csrf());
              assertThat(answer.statusCode()).as(role + " at " + address).isEqualTo(403);
            }
          }
        });
    assertThat(hub.state()).isEqualTo(before);
    assertThat(
            addresses.stream()
                .filter(address -> address.acts() && address.least() == Role.VIEWER)
                .map(Screens.Address::path))
        .as("what a viewer may send: only what is about the own login")
        .containsExactlyInAnyOrder("/logout", "/password");
  }

  @Test
  void noDeedIsTakenFromAnotherSite() {
    String before = hub.state();
    String form = "csrf=" + admin.csrf();
    for (Screens.Address address : addresses) {
      if (address.acts()) {
        for (String site : List.of("cross-site", "same-site", "none")) {
          assertThat(ask(address, form(site, admin.cookie()), form).statusCode())
              .as(site + " " + address)
              .isEqualTo(403);
        }
        Map<String, String> old = form("", admin.cookie());
        old.put("Origin", "https://evil.example");
        assertThat(ask(address, old, form).statusCode()).as(address.toString()).isEqualTo(403);
        assertThat(
                ask(address, form("same-origin", admin.cookie()), "csrf=" + viewer.csrf())
                    .statusCode())
            .as("another session's token at " + address)
            .isEqualTo(403);
      }
    }
    assertThat(hub.state()).isEqualTo(before);
  }

  @Test
  void whatOthersWroteIsTextOnEveryPage() {
    int shown = 0;
    for (Screens.Address address : addresses) {
      if (!address.acts()) {
        for (String id : List.of("1", "2", "3", "4", "5", "north")) {
          String path = "/console" + address.path().replaceAll("\\{[a-z]+}", id);
          String query =
              "?sku=TEA&text=" + encoded() + "&before=" + encoded() + "&kind=" + encoded();
          HttpResponse<String> page = look(path + query, form("same-origin", admin.cookie()));
          assertThat(page.statusCode()).as(path).isIn(200, 404);
          String type = page.headers().firstValue("Content-Type").orElse("");
          if (type.startsWith("text/html")) {
            assertThat(page.body()).as(path).doesNotContain("<script>alert", "<img src=x");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
            shown += page.body().contains("&lt;script&gt;alert") ? 1 : 0;
          } else {
            assertThat(page.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"")
                .doesNotContain("<", "'");
          }
        }
      }
    }
    assertThat(shown).as("pages on which it stands").isGreaterThan(5);
  }

  @Test
  void noHeaderIsInjected() {
    for (String target :
        List.of(
            "/console/orders?text=%0d%0aX-Injected:%20yes",
            "/console/alerts/1%0d%0aX-Injected:%20yes",
            "/order/x%0d%0aX-Injected:%20yes",
            "/webhooks/dtc%0d%0aX-Injected:%20yes",
            "/health/live%0d%0aX-Injected:%20yes")) {
      for (String method : List.of("GET", "POST")) {
        String answer =
            hub.askRaw(
                method,
                target,
                "Cookie: " + admin.cookie() + "\r\nSec-Fetch-Site: same-origin\r\n");
        assertThat(answer.toLowerCase(Locale.ROOT)).as(target).doesNotContain("\nx-injected");
      }
    }
    HttpResponse<String> deed =
        hub.ask(
            "POST",
            "/console/alerts/1/settle",
            form("same-origin", admin.cookie()),
            "csrf=" + admin.csrf() + "&from=%2F%0d%0aX-Injected:%20yes&to=https://evil.example");
    assertThat(deed.headers().firstValue("X-Injected")).isEmpty();
    assertThat(deed.headers().firstValue("Location").orElse("/console/")).startsWith("/console/");
  }

  @Test
  void noPathLeadsOutOrAround() {
    for (String target :
        List.of(
            "/console/%2e%2e/api/v1/orders",
            "/console/../api/v1/orders",
            "/console/..;/api/v1/orders",
            "/console//orders",
            "//console/orders",
            "/console/orders;jsessionid=1",
            "/console/orders%00",
            "/console/orders%2f1",
            "/console/assets/../orders",
            "/console/assets/..%2f..%2fserai.yaml",
            "/console/assets/%2e%2e/frame.html",
            "/console/assets//etc/passwd",
            "/console/login/../orders",
            "/health/live/../../console/orders",
            "/health/live/..%2fready",
            "/order/../console/orders",
            "/order/..%2fconsole",
            "/api/v1/../../console/orders",
            "/webhooks/../metrics",
            "/CONSOLE/orders",
            "/etc/passwd",
            "/serai.yaml",
            "/WEB-INF/web.xml",
            "/actuator/health",
            "/q/health")) {
      String answer = hub.askRaw("GET", target, "");
      assertThat(HostileHub.status(answer)).as(target).isLessThan(500);
      assertThat(answer).as(target).doesNotContain("evil@example.com", "root:", "channels:");
      if (HostileHub.status(answer) == 200) {
        assertThat(answer).as(target).contains("<title>Log in");
      }
    }
  }

  @Test
  void whatIsTooLargeIsRefused() {
    for (OpenRoute route : OpenRoute.all()) {
      String path = route.path().replaceAll("\\{[a-z]+}", "x");
      if (route.methods().contains("POST")) {
        assertThat(hub.statusOfTooLarge(path, "Content-Type: " + FORM + "\r\n"))
            .as(path)
            .isEqualTo(413);
      }
    }
    String fields = "a".repeat(100_000) + "=" + "b".repeat(100_000);
    assertThat(hub.ask("POST", "/console/login", form("same-origin", ""), fields).statusCode())
        .isBetween(400, 499);
    assertThat(
            hub.ask("POST", "/console/login", form("same-origin", ""), "a&".repeat(100_000))
                .statusCode())
        .isBetween(400, 499);
  }

  private static HttpResponse<String> ask(
      Screens.Address address, Map<String, String> headers, String form) {
    String path = "/console" + address.path().replaceAll("\\{[a-z]+}", "1");
    return address.acts() ? hub.ask("POST", path, headers, form) : look(path, headers);
  }

  private static HttpResponse<String> look(String path, Map<String, String> headers) {
    Map<String, String> without = new HashMap<>(headers);
    without.remove("Content-Type");
    return hub.ask("GET", path, without, "");
  }

  private static Map<String, String> form(String site, String cookie) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", FORM);
    if (!site.isEmpty()) {
      headers.put("Sec-Fetch-Site", site);
    }
    if (!cookie.isEmpty()) {
      headers.put("Cookie", cookie);
    }
    return headers;
  }

  private static String encoded() {
    return URLEncoder.encode(HostileHub.SCRIPT, StandardCharsets.UTF_8);
  }
}
