package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.access.AuditLog;
import io.serai.delivery.Resending;
import io.serai.order.Customer;
import io.serai.privacy.Erasure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hub knows of persons is erased in time, or when they ask. */
class ErasureTest {
  private static final Customer BERTA =
      new Customer("Bertà Braunfels", "berta@braunfels.example", "+4930123456", "de");
  private static final List<String> WORDS =
      List.of("berta@braunfels.example", "Bertà Braunfels", "+4930123456", "Braunfels");

  private Scene scene;

  @BeforeEach
  void anOrderThatHasEndedAndOneThatHasNot() {
    scene = Scene.usual();
    scene
        .stock("north", "TEA,9")
        .orderOfCustomer(BERTA, "1001", "TEA,2")
        .orderOfCustomer(BERTA, "1002", "MUG,1");
    scene.sendPurchaseOrders();
    scene.notice(
        "north", scene.purchaseOrder("1001") + ",1,TEA,2,UPSN,1Z999,2026-11-23T09:00:00Z,NTH-1");
    scene.rawFile("north", "ACK-worse.csv", "po_number,line\nBERTÀ BRAUNFELS\n");
    deliverAll();
    sayHerNameEverywhere();
  }

  @AfterEach
  void end() {
    scene.close();
  }

  @Test
  void onceSheAsksNothingNamesHerAndUnitsMoneyAndCountsStay() {
    scene.cancelled("1002").release();
    deliverAll();
    List<List<String>> lines = scene.rows("select * from order_line order by id");
    List<List<String>> reservations = scene.rows("select * from reservation order by id");
    String documents = scene.one("select count(*) from document");
    String token = scene.one("select page_token from customer_order where number = '1001'");
    long mail =
        Long.parseLong(
            scene.one("select min(id) from delivery where kind = 'mail' and order_id is not null"));

    assertThat(erase()).isEmpty();

    assertThat(places(WORDS)).isEmpty();
    assertThat(scene.broken()).isEmpty();
    assertThat(scene.rows("select * from order_line order by id")).isEqualTo(lines);
    assertThat(scene.rows("select * from reservation order by id")).isEqualTo(reservations);
    assertThat(scene.one("select count(*) from document")).isEqualTo(documents);
    assertThat(scene.rows("select who, what, subject from audit where what = 'erased' order by id"))
        .containsExactly(
            List.of("Anna", "erased", "order dtc 1001"),
            List.of("Anna", "erased", "order dtc 1002"));
    assertThat(hers()).isEmpty();
    assertThat(scene.rows("select 1 from customer_order where page_token = '" + token + "'"))
        .isEmpty();
    assertThat(
            scene.database.<Boolean>inTransaction(
                handle -> new Resending(scene.clock).again(handle, mail)))
        .isFalse();
  }

  @Test
  void anOpenOrderIsLeftAndKeepsWhatItNeeds() {
    assertThat(hers()).extracting(Erasure.Found::name).containsExactly("dtc/1001", "dtc/1002");
    assertThat(hers()).extracting(Erasure.Found::isOpen).containsExactly(false, true);

    erase();

    assertThat(scene.one("select customer ->> 'email' from customer_order where number = '1001'"))
        .isEmpty();
    assertThat(scene.one("select customer ->> 'email' from customer_order where number = '1002'"))
        .isEqualTo(BERTA.email());
  }

  @Test
  void theScheduleErasesWhatHasBeenKeptLongEnoughAndNothingElse() {
    PrivacyDesk privacy = scene.bean(PrivacyDesk.class, "privacy");
    scene.cancelled("1002").release();
    deliverAll();
    scene.pass(Duration.ofDays(29));
    eraseAll(privacy);
    assertThat(places(WORDS)).isNotEmpty();

    scene.pass(Duration.ofDays(2));
    scene.orderOfCustomer(
        new Customer("Carla Neumann", "carla@neumann.example", "", "de"), "1003", "TEA,1");
    eraseAll(privacy);

    assertThat(places(WORDS)).isEmpty();
    assertThat(places(List.of("carla@neumann.example"))).isNotEmpty();
    assertThat(scene.broken()).isEmpty();
    assertThat(scene.one("select count(*) from audit where who = 'the schedule'")).isEqualTo("1");
  }

  private void eraseAll(PrivacyDesk privacy) {
    int turns = 0;
    while (privacy.eraseNext(30)) {
      assertThat(++turns).isLessThan(50);
    }
  }

  private List<Long> erase() {
    return scene.database.inTransaction(
        handle -> erasure().erase(handle, erasure().customer(handle, BERTA.email()), "Anna"));
  }

  private Erasure erasure() {
    Clock clock = scene.clock;
    return new Erasure(clock, new AuditLog(clock));
  }

  private List<Erasure.Found> hers() {
    return scene.database.inTransaction(handle -> erasure().customer(handle, BERTA.email()));
  }

  private void deliverAll() {
    scene.database.useTransaction(
        handle ->
            handle.execute(
                "update delivery set state = 'done', done_at = ? where state in ('owed', 'sending')",
                scene.clock.instant()));
  }

  // Wherever a person or a machine may have written it.
  private void sayHerNameEverywhere() {
    byte[] order =
        "{\"customer\": {\"name\": \"Bert\\u00e0 Braunfels\"}}".getBytes(StandardCharsets.UTF_8);
    scene.database.useTransaction(
        handle -> {
          handle.execute("update document set content = ? where kind = 'order'", order);
          handle.execute(
              "update document set content = ? where kind = 'purchase-order'",
              "PO1;Bertà Braunfels;TEA".getBytes(StandardCharsets.ISO_8859_1));
          handle.execute(
              """
              insert into timeline (order_id, at, what, text)
              select id, received_at, 'note', 'Called Bertà Braunfels' from customer_order""");
          handle.execute(
              """
              insert into audit (at, who, what, subject, detail)
              select received_at, 'Anna', 'noted', 'order dtc ' || number, 'Called Bertà Braunfels'
              from customer_order""");
          handle.execute(
              """
              insert into alert (at, kind, key, order_id, text)
              select received_at, 'address-changed', 'a' || id, id, 'Now to Bertà Braunfels'
              from customer_order""");
          handle.execute(
              """
              insert into delivery (kind, account, key, payload, state, at)
              select 'mail', 'mail', 'alerts', '{"text": "Now to Bertà Braunfels"}', 'done', min(received_at)
              from customer_order""");
        });
  }

  // Every text, JSON and byte column of every table, as who searches a stolen disk would.
  private List<String> places(List<String> words) {
    List<String> found = new ArrayList<>();
    for (List<String> column :
        scene.rows(
            """
            select table_name, column_name, data_type from information_schema.columns
            where table_schema = 'public'
              and data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'character varying')""")) {
      for (List<String> value :
          scene.rows("select distinct %s from %s".formatted(text(column), column.get(0)))) {
        String text = String.valueOf(value.get(0)).toLowerCase(Locale.ROOT);
        words.stream()
            .filter(word -> text.contains(word.toLowerCase(Locale.ROOT)))
            .forEach(word -> found.add(column.get(0) + "." + column.get(1) + ": " + text));
      }
    }
    return found;
  }

  private static String text(List<String> column) {
    return column.get(2).equals("bytea")
        ? "replace(encode(" + column.get(1) + ", 'escape'), '\\303\\240', 'à')"
        : column.get(1) + "::text";
  }
}
