package io.serai.hub;

import static io.serai.order.Place.BACKORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.document.Arrival;
import io.serai.document.DocumentStore;
import io.serai.mapping.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in and fails, in the routes as they are: nothing spins, and nothing blocks others. */
class DocumentRoutesTest {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final String MARK =
      "# A step of your own goes here; the body is the canonical order as JSON.";
  private static final String OWN_STEP = "- bean: {ref: own, method: look}";
  private static final String CONFIGURATION =
      """
      hub: {sweepMillis: 200, httpPort: 0}
      channels:
        dtc:
          connector: shopify
          settings: {url: "http://localhost", accessToken: x, locationId: "gid://shopify/Location/1"}
      suppliers:
        north:
          connector: csv-ftp
          pollSeconds: 0.3
          settings: {host: localhost, user: x, password: x}
      """;

  /** A step of an integrator. */
  public static final class Own {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public void look(JsonNode order) throws Exception {
      seen.add(order == null ? "nothing" : order.get("number").asText());
      Exception now = failure.get();
      if (now != null && !order.get("number").asText().equals("1002")) {
        throw now;
      }
    }
  }

  @TempDir Path folder;
  private final Scene scene = Scene.usual();
  private final Own own = new Own();

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void aFileThatTheDatabaseRefusesIsQuarantinedAndTheNextIsApplied() throws Exception {
    receiveFile("STOCK-1.csv", "sku,quantity\n" + longSku() + ",5\n");
    receiveFile("STOCK-2.csv", "sku,quantity\nA,5\n");

    try (CamelContext context = run("60-supplier-files-apply", "")) {
      statusBecomes("STOCK-2.csv", "applied");
    }
    assertThat(status("STOCK-1.csv")).isEqualTo("quarantined");
    assertThat(scene.one("select fault from document where name = 'STOCK-1.csv'"))
        .startsWith("STOCK-1.csv of north: ");
  }

  @Test
  void aFileWaitsWhileTheDatabaseFailsAndSoDoTheFilesBehindIt() throws Exception {
    receiveFile("STOCK-1.csv", "sku,quantity\nA,5\n");
    receiveFile("ACK-2.csv", "po_number,line,sku,quantity,status\nnobody,1,A,1,accepted\n");
    execute("alter table offer rename to offer_away");

    try (CamelContext context = run("60-supplier-files-apply", "")) {
      await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      assertThat(status("STOCK-1.csv")).isEqualTo("received");
      assertThat(status("ACK-2.csv")).isEqualTo("received");

      execute("alter table offer_away rename to offer");
      statusBecomes("ACK-2.csv", "applied");
    }
    assertThat(status("STOCK-1.csv")).isEqualTo("applied");
  }

  @Test
  void anOrderAtWhichAnOwnStepFailsIsQuarantinedOnceAndTheOthersAreTakenIn() throws Exception {
    own.failure.set(new IllegalStateException("too dear"));
    receiveOrder("1001", true);
    receiveOrder("1002", true);

    try (CamelContext context = run("20-orders-take-in", OWN_STEP)) {
      statusBecomes("1002", "applied");
      statusBecomes("1001", "quarantined");
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    }
    assertThat(own.seen).containsExactly("1001", "1002");
    assertThat(scene.one("select fault from document where name = '1001'")).contains("too dear");
    assertThat(scene.places("1002").values()).contains(Map.of(BACKORDERED, 2));
  }

  @Test
  void anOwnStepNeverSeesAnOrderWithNothingToShip() throws Exception {
    receiveOrder("1001", false);
    receiveOrder("1002", true);

    try (CamelContext context = run("20-orders-take-in", OWN_STEP)) {
      statusBecomes("1002", "applied");
    }
    assertThat(status("1001")).isEqualTo("ignored");
    assertThat(own.seen).containsExactly("1002");
  }

  @Test
  void anOrderWaitsForTheNextSweepWhileTheDatabaseFails() throws Exception {
    own.failure.set(new SQLTransientConnectionException("no connection"));
    receiveOrder("1001", true);
    receiveOrder("1002", true);

    try (CamelContext context = run("20-orders-take-in", OWN_STEP)) {
      await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      assertThat(status("1001")).isEqualTo("received");
      // Once a sweep, of which there are five a second.
      assertThat(own.seen).hasSizeBetween(2, 20);

      own.failure.set(null);
      statusBecomes("1001", "applied");
    }
  }

  @Test
  void aSuppliersFolderIsLookedIntoAsOftenAsItsAccountSays() throws Exception {
    try (CamelContext context = run("50-supplier-files-receive", "")) {
      assertThat(context.getEndpoints())
          .extracting(Endpoint::getEndpointUri)
          .anyMatch(uri -> uri.startsWith("ftp:") && uri.contains("delay=300&"));
    }
  }

  @Test
  void theDocumentedStepWritesDearOrdersToAFile() throws Exception {
    receiveOrder("1001", true, "999.00");
    receiveOrder("1002", true, "9.00");
    String page = Files.readString(HOME.resolve("docs/integrator.md"));
    int start = page.indexOf("- choice:");
    String step =
        page.substring(start, page.indexOf("```", start))
            .replace("file:suspects", "file:" + folder.resolve("suspects"));

    try (CamelContext context = run("20-orders-take-in", step)) {
      statusBecomes("1001", "applied");
      statusBecomes("1002", "applied");
    }
    assertThat(Files.readAllLines(folder.resolve("suspects/orders.jsonl")))
        .singleElement()
        .asString()
        .contains("\"number\":\"1001\"");
  }

  private CamelContext run(String route, String step) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (String name : List.of("00-when-things-fail", route)) {
      String text = Files.readString(HOME.resolve("routes").resolve(name + ".yaml"));
      Files.writeString(routes.resolve(name + ".yaml"), withStep(text, step));
    }
    Path file = Files.writeString(folder.resolve("serai.yaml"), CONFIGURATION);
    scene.beans().put("own", own);
    return new Routes(
            Configuration.load(file, HOME, Map.of()),
            ConnectorCatalog.scan(HOME.resolve("connectors")),
            HOME.resolve("connectors"),
            routes)
        .start(scene.beans());
  }

  private static String withStep(String route, String step) {
    return route
        .lines()
        .map(
            line ->
                line.contains(MARK) && !step.isEmpty()
                    ? step.indent(line.indexOf('#')).stripTrailing()
                    : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void receiveFile(String name, String content) throws IOException {
    scene
        .bean(DocumentDesk.class, "documents")
        .receiveFile(
            "north", name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private void receiveOrder(String number, boolean ships) throws IOException {
    receiveOrder(number, ships, "12.50");
  }

  private void receiveOrder(String number, boolean ships, String price) throws IOException {
    Path like = HOME.resolve("connectors/channels/shopify/tests/order.json");
    ObjectNode order = (ObjectNode) Json.MAPPER.readTree(like.toFile());
    order.put("name", "#" + number);
    for (JsonNode line : order.at("/lineItems/nodes")) {
      ((ObjectNode) line).put("requiresShipping", ships);
      ((ObjectNode) line.at("/originalUnitPriceSet/shopMoney")).put("amount", price);
    }
    byte[] content = order.toString().getBytes(StandardCharsets.UTF_8);
    scene.database.useTransaction(
        handle ->
            new DocumentStore(scene.clock)
                .receive(handle, new Arrival("order", "dtc", "order:" + number, number, content)));
  }

  // Longer than a key of the database can be, and of letters that do not compress.
  private static String longSku() {
    return new Random(7)
        .ints(20_000, 'A', 'Z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private void statusBecomes(String name, String status) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(status(name)).isEqualTo(status));
  }

  private String status(String name) {
    return scene.one("select status from document where name = '" + name + "'");
  }

  private void execute(String statement) {
    scene.database.useTransaction(handle -> handle.execute(statement));
  }
}
