package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.delivery.DeliveryStore;
import io.serai.event.Event;
import io.serai.event.EventStore;
import io.serai.event.EventType;
import io.serai.mapping.Json;
import io.serai.webhook.Subscriptions;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to orders and stock is told to those who have subscribed, and to nobody else. */
class EventsTest {
  private final Scene scene = Scene.usual();
  private final Subscriptions subscriptions = subscriptions(scene);

  static Subscriptions subscriptions(Scene scene) {
    DeliveryStore deliveries = new DeliveryStore(scene.clock, "test");
    return new WebhookParts(scene.merchant(), scene.clock, deliveries, new EventStore(deliveries))
        .subscriptions();
  }

  @BeforeEach
  void stockIsThere() {
    scene.stock("north", "TEA,9", "MUG,0,,,2026-12-01,10");
  }

  @AfterEach
  void whatWasToldIsWhatStands() {
    try {
      assertThat(scene.rows("select told.id from (" + TOLD_OTHERWISE + ") as told")).isEmpty();
    } finally {
      scene.close();
    }
  }

  /** Orders of which subscribers have not been told what stands, since nobody has marked them. */
  static final String TOLD_OTHERWISE =
      """
      select o.id from customer_order o join told_order t on t.order_id = o.id
      where (t.state ->> 'endedAt' is null) <> (o.ended_at is null) or exists (
        select 1 from order_line l, jsonb_to_recordset(t.state -> 'lines') as told(
          line text, held int, planned int, sent int, acknowledged int, shipped int, backordered int, cancelled int)
        where l.order_id = o.id and l.line = told.line and
          (l.held, l.planned, l.sent, l.acknowledged, l.shipped, l.backordered, l.cancelled) is distinct from
          (told.held, told.planned, told.sent, told.acknowledged, told.shipped, told.backordered, told.cancelled))
      or exists (
        select 1 from backorder b, jsonb_to_recordset(t.state -> 'backorders') as told("id" bigint, "expectedOn" date)
        where b.id = told.id and b.quantity > 0 and b.eta is distinct from told."expectedOn")""";

  @Test
  void nothingIsWrittenWhileNobodyHasSubscribed() {
    scene.order("1001", "TEA,2");

    assertThat(told()).isEmpty();
    assertThat(scene.rows("select 1 from event_mark union all select 1 from told_order")).isEmpty();
  }

  @Test
  void anOrderIsToldFromItsBeginningToItsEnd() {
    subscribe("*");
    scene.order("1001", "TEA,3", "MUG,2");
    assertThat(told()).containsExactly("order.received", "order.planned", "backorder.created");

    scene.sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    assertThat(told()).containsExactly("shipment.requested");

    scene.acknowledge("north", po + ",1,TEA,3,accepted,,");
    assertThat(told()).containsExactly("shipment.acknowledged");

    scene.notice("north", po + ",1,TEA,2,UPSN,1Z999,2026-11-23T09:00:00Z,NTH-1");
    assertThat(told()).containsExactly("shipment.shipped");
    assertThat(last().at("/data/package/tracking").asText()).isEqualTo("1Z999");
    assertThat(last().at("/data/package/lines/0/quantity").asInt()).isEqualTo(2);

    scene.stock("north", "TEA,6", "MUG,5").release();
    assertThat(told()).containsExactly("order.planned", "backorder.released");
  }

  @Test
  void unitsThatTheSupplierRefusesAreToldAsCancelledWithItsShipment() {
    subscribe("*");
    scene.order("1001", "TEA,3").sendPurchaseOrders();
    told();

    scene.acknowledge("north", scene.purchaseOrder("1001") + ",1,TEA,3,rejected,,none left");

    assertThat(told()).contains("backorder.created", "shipment.cancelled");
  }

  @Test
  void aNewDateAndTheEndOfAWaitAreTold() {
    subscribe("backorder.*", "order.cancelled");
    scene.order("1001", "MUG,2");
    assertThat(told()).containsExactly("backorder.created");
    assertThat(last().at("/data/backorder/expectedOn").asText()).isEqualTo("2026-12-01");

    scene.stock("north", "TEA,9", "MUG,0,,,2026-12-04,10").keepDeadlines();
    assertThat(told()).containsExactly("backorder.dated");
    assertThat(last().at("/data/expectedBefore").asText()).isEqualTo("2026-12-01");
    assertThat(last().at("/data/backorder/expectedOn").asText()).isEqualTo("2026-12-04");

    scene.cancelled("1001");
    assertThat(told()).containsExactly("backorder.cancelled", "order.cancelled");
    assertThat(last().at("/data/order/status").asText()).isEqualTo("cancelled");
    assertThat(last().at("/data/cancelled/0/quantity").asInt()).isEqualTo(2);
  }

  @Test
  void aLineThatNobodyOffersIsToldAsHeld() {
    scene.stock("south", "TEA,1");
    subscribe("order.*");
    scene.order("1001", "POT,1");
    assertThat(told()).containsExactly("order.received", "order.held");

    scene.stock("south", "TEA,1", "POT,4").release();
    assertThat(told()).containsExactly("order.released", "order.planned");
  }

  @Test
  void openOrdersAreToldOfFromTheSubscriptionOn() {
    scene.order("1001", "TEA,3");
    subscribe("*");

    scene.sendPurchaseOrders();

    assertThat(told()).containsExactly("shipment.requested");
  }

  @Test
  void onlyWhatIsWantedIsWritten() {
    subscribe("shipment.requested");

    scene.order("1001", "TEA,3").sendPurchaseOrders();

    assertThat(told()).containsExactly("shipment.requested");
  }

  @Test
  void whatChannelsMaySellIsToldAsItChanges() {
    subscribe("stock.*");
    PollDesk polls = scene.bean(PollDesk.class, "polls");
    polls.oweStock("dtc");
    told();

    scene.order("1001", "TEA,4");
    polls.oweStock("dtc");

    assertThat(told()).containsExactly("stock.changed");
    assertThat(last().path("data"))
        .isEqualTo(
            Json.read("{\"channel\":\"dtc\",\"quantities\":[{\"sku\":\"TEA\",\"quantity\":5}]}"));
  }

  @Test
  void nobodyIsToldWhoTheCustomerIs() {
    subscribe("*");
    scene.order("1001", "TEA,3", "MUG,1").sendPurchaseOrders();
    told();

    assertThat(scene.one("select string_agg(data::text, '') from event"))
        .doesNotContain("Ann", "example.com", "Title of");
  }

  @Test
  void everyEventIsAsItsSchemaSays() throws Exception {
    subscribe("*");
    scene.order("1001", "TEA,3", "MUG,2").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    scene.acknowledge("north", po + ",1,TEA,3,accepted,,");
    scene.bean(PollDesk.class, "polls").oweStock("dtc");
    tell();
    scene.notice("north", po + ",1,TEA,3,UPSN,1Z999,2026-11-23T09:00:00Z,NTH-1");
    scene.stock("north", "TEA,6", "MUG,0,,,2026-12-04,10").keepDeadlines();
    tell();
    scene.cancelled("1001");
    scene.database.useTransaction(handle -> subscriptions.test(handle, "all"));
    told();

    assertThat(scene.rows("select distinct type from event").size()).isGreaterThan(10);
    for (JsonNode event : documents()) {
      assertThat(schema().validate(event)).describedAs(event.toPrettyString()).isEmpty();
    }
  }

  @Test
  void whatIsTooOldIsForgotten() {
    subscribe("*");
    scene.order("1001", "TEA,3").sendPurchaseOrders();
    told();

    scene.pass(Duration.ofDays(31));
    scene.bean(EventDesk.class, "events").forget();

    assertThat(documents()).isEmpty();
    assertThat(scene.rows("select 1 from delivery where kind = 'webhook'")).isEmpty();
  }

  @Test
  void afterTheLastSubscriptionOrdersAreWatchedNoLonger() {
    subscribe("*");
    scene.order("1001", "TEA,3");
    told();

    scene.database.useTransaction(handle -> subscriptions.delete(handle, "all"));
    scene.sendPurchaseOrders();

    assertThat(told()).isEmpty();
    assertThat(scene.rows("select 1 from event_mark union all select 1 from told_order")).isEmpty();
  }

  private void subscribe(String... events) {
    scene.database.useTransaction(
        handle ->
            subscriptions.create(
                handle, "all", "https://example.com/hook", List.of(events), "Anna"));
  }

  private void tell() {
    scene.bean(EventDesk.class, "events").tell();
  }

  private long seen;

  /** The types of what has happened since this was asked last. */
  private List<String> told() {
    tell();
    List<List<String>> rows =
        scene.rows(
            "select sequence, type from event where sequence > " + seen + " order by sequence");
    rows.forEach(row -> seen = Long.parseLong(row.get(0)));
    return rows.stream().map(row -> row.get(1)).toList();
  }

  private JsonNode last() {
    List<JsonNode> documents = documents();
    return documents.get(documents.size() - 1);
  }

  private List<JsonNode> documents() {
    return scene.database.inTransaction(
        handle ->
            handle
                .createQuery("select * from event order by sequence")
                .map(
                    (row, context) ->
                        (JsonNode)
                            new Event.Kept(
                                    row.getLong("sequence"),
                                    Event.of(
                                        EventType.of(row.getString("type")).orElseThrow(),
                                        row.getTimestamp("at").toInstant(),
                                        Optional.empty(),
                                        Json.read(row.getString("data"))))
                                .document())
                .list());
  }

  private static JsonSchema schema() throws Exception {
    try (InputStream file = EventsTest.class.getResourceAsStream("/schema/event.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Json.MAPPER.readTree(file));
    }
  }
}
