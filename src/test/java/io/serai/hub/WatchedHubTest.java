package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.mapping.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hub says of itself to those who watch it. */
class WatchedHubTest {
  private static final String BEARER = "Bearer " + SmallRunningHub.TOKEN;

  private static final Pattern METRIC =
      Pattern.compile("(serai|jvm|disk|hikaricp|logback|camel|process)_[a-z_]+");

  @TempDir private static Path folder;
  private static SmallRunningHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub =
        new SmallRunningHub(
            folder,
            "metrics:\n  token: ${METRICS_TOKEN}\ntracing:\n  endpoint: http://127.0.0.1:9/nobody");
    hub.hub()
        .database()
        .useTransaction(
            handle -> {
              handle.execute(
                  """
                  insert into delivery (kind, account, key, payload, state, at)
                  values ('tracking', 'nobody', 'k', '{}', 'owed', now() - interval '1 hour')""");
              handle.execute(
                  "insert into poll (channel, what, cursor, polled_at) values ('nobody', 'orders', '', now())");
              handle.execute(
                  """
                  insert into document (direction, kind, account, key, name, content, status, at)
                  values ('in', 'order', 'nobody', 'k', 'n', '', 'received', now())""");
            });
    hub.hub().sampleMetrics();
    hub.hub()
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    insert into customer_order (id, channel, number, external_id, revision, placed_at,
                      received_at, currency, customer, ship_to, country, ended_at)
                    values (7, 'shop', '1', '1', '1', now(), now(), 'USD', '{}', '{}', 'US', now())"""));
    hub.hub().sampleMetrics();
    hub.hub().sampleMetrics();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void anybodyMayAskWhetherItLivesAndCanWork() throws Exception {
    assertThat(hub.get("/health/live", "").statusCode()).isEqualTo(200);
    var ready = hub.get("/health/ready", "");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .isEqualTo(
            "{\"status\":\"up\",\"checks\":[{\"name\":\"database\",\"state\":\"up\"},"
                + "{\"name\":\"migrations\",\"state\":\"up\"},{\"name\":\"routes\",\"state\":\"up\"},"
                + "{\"name\":\"running\",\"state\":\"up\"}]}");
  }

  @Test
  void onlyWhoHasTheTokenSeesTheMetrics() throws Exception {
    assertThat(hub.get("/metrics", "").statusCode()).isEqualTo(401);
    assertThat(hub.get("/metrics", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(hub.get("/metrics", SmallRunningHub.TOKEN).statusCode()).isEqualTo(401);
    assertThat(hub.get("/metrics", "").body()).doesNotContain("serai_");
    assertThat(hub.get("/metrics", BEARER).statusCode()).isEqualTo(200);
  }

  @Test
  void itSaysWhatIsOwedAndSinceWhen() throws Exception {
    assertThat(metrics())
        .contains("serai_deliveries_owed{account=\"nobody\",kind=\"tracking\"} 1.0")
        .contains("serai_delivery_oldest_owed_seconds{account=\"nobody\",kind=\"tracking\"}")
        .contains("serai_backorder_units 0.0")
        .contains("serai_deliveries_quarantined 0.0")
        .contains("disk_free_bytes", "jvm_memory_used_bytes", "hikaricp_connections_active")
        .contains("logback_events_total", "camel_exchanges_succeeded_total");
  }

  @Test
  void everyMetricIsNamedByTheConvention() throws Exception {
    Map<String, String> types = new HashMap<>();
    Set<String> helped = new TreeSet<>();
    for (String line : metrics().split("\n")) {
      String[] words = line.split(" ", 4);
      if (line.startsWith("# TYPE ")) {
        types.put(words[2], words[3]);
      } else if (line.startsWith("# HELP ") && !words[3].isBlank()) {
        helped.add(words[2]);
      }
    }
    assertThat(types).isNotEmpty();
    assertThat(types.keySet()).allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    types.forEach(
        (name, type) ->
            assertThat(name.endsWith("_total"))
                .as(name + " " + type)
                .isEqualTo(type.equals("counter")));
    List<String> ours = types.keySet().stream().filter(name -> name.startsWith("serai_")).toList();
    assertThat(ours).isNotEmpty();
    assertThat(helped).containsAll(ours);
    assertThat(ours)
        .filteredOn(name -> types.get(name).equals("histogram"))
        .isNotEmpty()
        .allMatch(name -> name.endsWith("_seconds"));
  }

  @Test
  void whatHasComeIsCountedOneSampleLater() throws Exception {
    hub.hub()
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    insert into document (direction, kind, account, key, name, content, status, at)
                    select 'in', 'notification', 'shop', 'k' || n, 'n', '', 'applied', now()
                    from generate_series(1, 3) as n"""));
    await()
        .until(
            () -> {
              hub.hub().sampleMetrics();
              return metrics()
                  .contains(
                      "serai_documents_received_total{account=\"shop\",kind=\"notification\"} 3.0");
            });
  }

  @Test
  void everyMetricOfTheDashboardExists() throws Exception {
    Set<String> named = new TreeSet<>();
    Json.read(Files.readString(Path.of("ops/grafana-dashboard.json")))
        .findValuesAsText("expr")
        .forEach(
            expression ->
                METRIC.matcher(expression).results().forEach(found -> named.add(found.group())));
    // What only an attempt or a plan brings forth is tried where they are made.
    named.remove("serai_delivery_attempts_total");

    assertThat(named).hasSizeGreaterThan(15);
    String there = metrics();
    assertThat(named)
        .allSatisfy(name -> assertThat(there).containsPattern("(?m)^" + name + "[{ ]"));
  }

  private static String metrics() throws Exception {
    return hub.get("/metrics", BEARER).body();
  }
}
