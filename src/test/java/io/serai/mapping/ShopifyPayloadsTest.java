package io.serai.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The mappings of the Shopify connector, on recorded answers and on pages of orders. */
class ShopifyPayloadsTest {
  private static final Path CONNECTOR = Path.of("connectors/channels/shopify");
  private static final List<String> WANTED =
      List.of("name", "updatedAt", "createdAt", "currencyCode", "shippingAddress");

  @Test
  void everyRecordedOrderThatNamesItsLinesIsMapped() throws IOException {
    Path folder =
        Path.of(Optional.ofNullable(System.getenv("SERAI_SHARED")).orElse("../shared"))
            .resolve("contracts/shopify/payloads");
    assumeTrue(Files.isDirectory(folder), folder + " is not there; set SERAI_SHARED to run this");
    Jq mapping = Jq.load(CONNECTOR.resolve("order.jq"));
    Map<String, Integer> table = new TreeMap<>();

    for (Path file : files(folder)) {
      List<JsonNode> orders = orders(Json.read(file.toString(), Files.readAllBytes(file)));
      String name = file.getFileName().toString();
      if (orders.isEmpty()) {
        table.put(name + ": no GraphQL order in it", 0);
      }
      for (JsonNode order : orders) {
        boolean hasLines = hasLines(order);
        String left =
            hasLines
                ? "mapped; not asked for: " + missing(order)
                : "not mapped: lines with id and quantity were not asked for";
        table.merge(name + ": " + left, 1, Integer::sum);
        if (hasLines) {
          assertMapped(order, mapping.apply(order, Map.of()));
        }
      }
    }
    table.forEach((row, count) -> System.out.printf("%3d  %s%n", count, row));
    assertThat(table.keySet()).anyMatch(row -> row.contains("mapped;"));
  }

  @Test
  void aPageNamesItsOrdersAndWhereTheNextOneBegins() {
    JsonNode page = page("{\"hasNextPage\":true,\"endCursor\":\"abc\"}", "");

    assertThat(page.at("/orders/0/number").asText()).isEqualTo("1001");
    assertThat(page.get("more").asBoolean()).isTrue();
    assertThat(Json.read(page.get("cursor").asText()).get("after").asText()).isEqualTo("abc");
  }

  @Test
  void theLastPageMovesTheCursorToTheLatestChange() {
    JsonNode page = page("{\"hasNextPage\":false}", "{\"since\":\"2026-11-01T00:00:00Z\"}");

    JsonNode cursor = Json.read(page.get("cursor").asText());
    assertThat(cursor.get("since").asText()).isEqualTo("2026-12-01T10:00:05Z");
    assertThat(cursor.get("after").isNull()).isTrue();
  }

  @Test
  void ourOwnFulfillmentIsNoNewRevision() {
    JsonNode before = page("{\"hasNextPage\":false}", "");
    JsonNode after =
        page("{\"hasNextPage\":false}", "", order -> order.replace("10:00:05Z", "12:30:00Z"));

    assertThat(after.at("/orders/0/revision")).isEqualTo(before.at("/orders/0/revision"));
    assertThat(after.get("cursor")).isNotEqualTo(before.get("cursor"));
  }

  @Test
  void aHoldAndUnitsThatAreRemovedAreANewRevision() {
    JsonNode before = page("{\"hasNextPage\":false}", "").at("/orders/0/revision");
    for (String change : List.of("\"displayFulfillmentStatus\": \"ON_HOLD\",", "")) {
      JsonNode after =
          page(
              "{\"hasNextPage\":false}",
              "",
              order ->
                  change.isEmpty()
                      ? order.replace("\"currentQuantity\": 2", "\"currentQuantity\": 1")
                      : order.replaceFirst("\\{", "{" + change));

      assertThat(after.at("/orders/0/revision")).isNotEqualTo(before);
    }
  }

  private static JsonNode page(String pageInfo, String cursor) {
    return page(pageInfo, cursor, order -> order);
  }

  private static JsonNode page(String pageInfo, String cursor, UnaryOperator<String> change) {
    try {
      String order = Files.readString(CONNECTOR.resolve("tests/order.json"));
      return Jq.load(CONNECTOR.resolve("orders-page.jq"))
          .one(
              Json.read("[" + change.apply(order) + "]"),
              Map.of(),
              Map.of(
                  "variable", name -> Json.read(pageInfo),
                  "header", name -> new TextNode(cursor)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertMapped(JsonNode order, List<JsonNode> mapped) {
    List<JsonNode> wanted =
        StreamSupport.stream(order.at("/lineItems/nodes").spliterator(), false)
            .filter(line -> line.path("requiresShipping").asBoolean(true))
            .toList();
    if (wanted.isEmpty() && !order.at("/lineItems/nodes").isEmpty()) {
      assertThat(mapped).isEmpty();
      return;
    }
    assertThat(mapped).hasSize(1);
    JsonNode canonical = mapped.get(0);
    assertThat(canonical.get("externalId")).isEqualTo(order.get("id"));
    assertThat(canonical.get("lines").findValuesAsText("externalId"))
        .isEqualTo(wanted.stream().map(line -> line.get("id").asText()).toList());
    assertThat(canonical.get("lines"))
        .allSatisfy(line -> assertThat(line.get("sku").asText()).isNotEmpty());
  }

  private static boolean hasLines(JsonNode order) {
    JsonNode lines = order.at("/lineItems/nodes");
    return lines.isArray()
        && StreamSupport.stream(lines.spliterator(), false)
            .allMatch(line -> line.has("id") && line.has("quantity"));
  }

  private static List<String> missing(JsonNode order) {
    return WANTED.stream().filter(field -> !order.has(field)).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static List<JsonNode> orders(JsonNode value) {
    List<JsonNode> found = new ArrayList<>();
    if (value.path("id").asText().startsWith("gid://shopify/Order/")) {
      found.add(value);
    }
    value.forEach(child -> found.addAll(orders(child)));
    return found;
  }
}
