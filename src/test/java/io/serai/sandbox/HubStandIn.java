package io.serai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.store.StoreClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The least that a hub can be: it orders from whoever has stock, waits for the rest, cancels after
 * 14 days, and posts tracking. It shows that the sandbox can be lived with.
 */
final class HubStandIn {
  private static final Duration PATIENCE = Duration.ofDays(14);
  private static final String ORDERS =
      """
      query($after: String) {
        orders(first: 50, after: $after, sortKey: CREATED_AT) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id name createdAt shippingAddress { countryCodeV2 }
            fulfillmentOrders(first: 5) {
              nodes {
                id
                lineItems(first: 50) {
                  pageInfo { hasNextPage endCursor }
                  nodes { id sku totalQuantity requiresShipping lineItem { id } }
                }
              }
            }
          }
        }
      }
      """;
  private static final String MORE_LINES =
      """
      query($id: ID!, $after: String) {
        fulfillmentOrder(id: $id) {
          lineItems(first: 250, after: $after) {
            pageInfo { hasNextPage endCursor }
            nodes { id sku totalQuantity requiresShipping lineItem { id } }
          }
        }
      }
      """;
  private static final String FULFILL =
      """
      mutation($fulfillment: FulfillmentInput!) {
        fulfillmentCreate(fulfillment: $fulfillment) {
          fulfillment { id }
          userErrors { field message }
        }
      }
      """;
  private static final String REFUND =
      """
      mutation($input: RefundInput!, $key: String!) {
        refundCreate(input: $input) @idempotent(key: $key) { userErrors { field message } }
      }
      """;

  /** A line of an order, and where its units are. */
  static final class Line {
    final String order;
    final String name;
    final Instant created;
    final String country;
    final String group;
    final JsonNode node;
    final int ordered;
    int waiting;
    int sent;
    int shipped;
    int cancelled;
    boolean everWaited;

    Line(JsonNode order, String group, JsonNode node) {
      this.order = order.path("id").asText();
      this.name = order.path("name").asText();
      this.created = Instant.parse(order.path("createdAt").asText());
      this.country = order.at("/shippingAddress/countryCodeV2").asText();
      this.group = group;
      this.node = node;
      this.ordered = node.path("totalQuantity").asInt();
      this.waiting = ordered;
    }

    String sku() {
      return node.path("sku").asText();
    }

    boolean isDone() {
      return shipped + cancelled == ordered;
    }
  }

  private static final class Offer {
    int onHand;
    int reserved;
  }

  private final Sandbox sandbox;
  private final StoreClient store;
  private final List<SupplierDesk> desks = new ArrayList<>();
  private final Map<String, Map<String, Offer>> offers = new HashMap<>();
  private final Map<String, List<Line>> orders = new LinkedHashMap<>();
  private final Map<String, Line> byPurchaseOrderLine = new HashMap<>();
  private int files;
  int oversold;

  HubStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.store = new StoreClient(sandbox.graphqlUrl(), sandbox.storeToken());
    sandbox.suppliers().forEach(each -> desks.add(SupplierDesk.of(sandbox, each.id())));
    desks.forEach(desk -> offers.put(desk.profile().id(), new HashMap<>()));
  }

  List<Line> lines() {
    return orders.values().stream().flatMap(List::stream).toList();
  }

  /** One round of everything; true when all that was sold has reached its end. */
  boolean work() {
    desks.forEach(this::readFiles);
    if (orders.size() < sandbox.orders().size()) {
      readOrders();
    }
    Map<String, List<SupplierDesk.Wanted>> wanted = new LinkedHashMap<>();
    lines().stream().filter(line -> line.waiting > 0).forEach(line -> plan(line, wanted));
    desks.forEach(desk -> send(desk, wanted.getOrDefault(desk.profile().id(), List.of())));
    lines().stream().filter(this::isOverdue).forEach(this::cancel);
    return orders.size() == sandbox.orders().size() && lines().stream().allMatch(Line::isDone);
  }

  private void readOrders() {
    String after = null;
    JsonNode page;
    do {
      Map<String, Object> variables = new HashMap<>();
      variables.put("after", after);
      page = store.data(ORDERS, variables).path("orders");
      page.path("nodes")
          .forEach(order -> orders.computeIfAbsent(order.path("id").asText(), id -> lines(order)));
      after = page.at("/pageInfo/endCursor").asText();
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
  }

  private List<Line> lines(JsonNode order) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode group : order.path("fulfillmentOrders").path("nodes")) {
      String id = group.path("id").asText();
      JsonNode page = group.path("lineItems");
      page.path("nodes").forEach(node -> lines.add(new Line(order, id, node)));
      while (page.at("/pageInfo/hasNextPage").asBoolean()) {
        page =
            store
                .data(
                    MORE_LINES, Map.of("id", id, "after", page.at("/pageInfo/endCursor").asText()))
                .at("/fulfillmentOrder/lineItems");
        page.path("nodes").forEach(node -> lines.add(new Line(order, id, node)));
      }
    }
    lines.removeIf(line -> !line.node.path("requiresShipping").asBoolean());
    return lines;
  }

  private void plan(Line line, Map<String, List<SupplierDesk.Wanted>> wanted) {
    for (SupplierDesk desk : desks) {
      Offer offer = offers.get(desk.profile().id()).get(line.sku());
      List<String> served = desk.profile().countries();
      if (offer == null || !(served.isEmpty() || served.contains(line.country))) {
        continue;
      }
      int units = Math.min(line.waiting, Math.max(0, offer.onHand - offer.reserved));
      if (units > 0) {
        String id = desk.profile().id();
        String number = "P" + line.name.replaceAll("\\D", "") + id.charAt(0) + files;
        List<SupplierDesk.Wanted> mine = wanted.computeIfAbsent(id, any -> new ArrayList<>());
        int place = mine.size() + 1;
        mine.add(new SupplierDesk.Wanted(number, place, line.sku(), units));
        byPurchaseOrderLine.put(number + "/" + place, line);
        offer.reserved += units;
        line.waiting -= units;
        line.sent += units;
      }
    }
    line.everWaited |= line.waiting > 0;
  }

  private void send(SupplierDesk desk, List<SupplierDesk.Wanted> wanted) {
    if (!wanted.isEmpty()) {
      desk.order("PO-%06d".formatted(files++), wanted);
    }
  }

  private void readFiles(SupplierDesk desk) {
    for (String file : desk.list("out")) {
      List<Map<String, String>> rows = desk.read(file);
      of("ACK", rows).forEach(row -> acknowledged(desk, row));
      shipped(desk, of("ASN", rows));
      of("STOCK", rows)
          .forEach(
              row -> offer(desk, row.get("sku")).onHand = Integer.parseInt(row.get("quantity")));
      desk.taken(file);
    }
  }

  private static List<Map<String, String>> of(String kind, List<Map<String, String>> rows) {
    return rows.stream().filter(row -> row.get("kind").equals(kind)).toList();
  }

  private Offer offer(SupplierDesk desk, String code) {
    String sku = code.substring(desk.profile().skuPrefix().length());
    return offers.get(desk.profile().id()).computeIfAbsent(sku, each -> new Offer());
  }

  private void acknowledged(SupplierDesk desk, Map<String, String> row) {
    if (!row.get("status").equals("accepted")) {
      int units = Integer.parseInt(row.get("quantity"));
      Line line = line(row);
      line.sent -= units;
      line.waiting += units;
      line.everWaited = true;
      oversold += units;
      offer(desk, row.get("sku")).reserved -= units;
    }
  }

  private void shipped(SupplierDesk desk, List<Map<String, String>> rows) {
    Map<String, List<Map<String, String>>> parcels = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      int units = Integer.parseInt(row.get("quantity"));
      Line line = line(row);
      line.sent -= units;
      line.shipped += units;
      Offer offer = offer(desk, row.get("sku"));
      offer.reserved -= units;
      offer.onHand -= units;
      parcels
          .computeIfAbsent(line.group + row.get("tracking_number"), key -> new ArrayList<>())
          .add(row);
    }
    parcels.values().forEach(this::post);
  }

  private void post(List<Map<String, String>> parcel) {
    for (int from = 0; from < parcel.size(); from += 250) {
      List<Map<String, String>> part = parcel.subList(from, Math.min(parcel.size(), from + 250));
      Map<String, Integer> units = new LinkedHashMap<>();
      part.forEach(
          row ->
              units.merge(
                  line(row).node.path("id").asText(),
                  Integer.parseInt(row.get("quantity")),
                  Integer::sum));
      List<Map<String, Object>> items = new ArrayList<>();
      units.forEach((id, quantity) -> items.add(Map.of("id", id, "quantity", quantity)));
      Map<String, Object> tracking =
          Map.of(
              "number", part.get(0).get("tracking_number"), "company", part.get(0).get("carrier"));
      Map<String, Object> group =
          Map.of("fulfillmentOrderId", line(part.get(0)).group, "fulfillmentOrderLineItems", items);
      JsonNode answer =
          store.data(
              FULFILL,
              Map.of(
                  "fulfillment",
                  Map.of("trackingInfo", tracking, "lineItemsByFulfillmentOrder", List.of(group))));
      refuseErrors(answer.at("/fulfillmentCreate/userErrors"));
    }
  }

  private boolean isOverdue(Line line) {
    return line.waiting > 0 && line.created.plus(PATIENCE).isBefore(sandbox.clock().instant());
  }

  private void cancel(Line line) {
    Map<String, Object> item =
        Map.of(
            "lineItemId",
            line.node.at("/lineItem/id").asText(),
            "quantity",
            line.waiting,
            "restockType",
            "CANCEL");
    JsonNode answer =
        store.data(
            REFUND,
            Map.of(
                "key",
                line.node.path("id").asText() + "/" + line.cancelled,
                "input",
                Map.of("orderId", line.order, "refundLineItems", List.of(item))));
    refuseErrors(answer.at("/refundCreate/userErrors"));
    line.cancelled += line.waiting;
    line.waiting = 0;
  }

  private static void refuseErrors(JsonNode errors) {
    if (!errors.isEmpty()) {
      throw new AssertionError(errors.toString());
    }
  }

  private Line line(Map<String, String> row) {
    return byPurchaseOrderLine.get(row.get("po_number") + "/" + row.get("line"));
  }
}
