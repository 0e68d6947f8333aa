package io.serai.hub;

import static io.serai.order.Place.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.Delivery;
import io.serai.delivery.Rejected;
import io.serai.delivery.Resending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator's page says of replay does it. */
class ReplayTest {
  private final Scene scene = Scene.usual();

  @AfterEach
  void end() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void aReplayedFileIsAppliedAndThoseThatWereAppliedAreNot() throws IOException {
    scene.stock("north", "A,0").order("1001", "A,2");
    scene.rawFile("north", "STOCK-9.csv", "sku,quantity\nA,5\n");
    execute(
        "update document set status = 'quarantined', fault = 'x', cure = 'y'"
            + " where name = 'STOCK-9.csv'");
    execute("update offer set reported = 0, on_hand = 0");

    replay("document", scene.one("select id from document where name = 'STOCK-9.csv'"));
    scene.stock("north").release();

    assertThat(scene.rows("select status, fault, cure from document where name = 'STOCK-9.csv'"))
        .containsExactly(Arrays.asList("applied", null, null));
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 2)));
  }

  @Test
  void aReplayedDeliveryIsSentAgainUnderItsKeyWithAllItsAttempts() throws IOException {
    scene.stock("north", "A,5").order("1001", "A,2");
    DeliveryDesk deliveries = scene.bean(DeliveryDesk.class, "deliveries");
    Delivery mail = deliveries.take("mail", "mail").get(0);
    deliveries.failed(mail, new Rejected("no such mailbox"));
    assertThat(state(mail)).containsExactly("quarantined", "1");

    replay("delivery", Long.toString(mail.id()));

    assertThat(state(mail)).containsExactly("owed", "0");
    assertThat(scene.deliver("mail", "mail")).extracting(Delivery::key).containsExactly(mail.key());
    assertThat(state(mail)).containsExactly("done", "1");
  }

  @Test
  void nothingThatIsDoneIsReplayed() throws IOException {
    scene.stock("north", "A,5").order("1001", "A,2");
    Delivery mail = scene.deliver("mail", "mail").get(0);

    replay("delivery", Long.toString(mail.id()));
    replay("document", scene.one("select min(id) from document"));

    assertThat(state(mail).get(0)).isEqualTo("done");
    assertThat(scene.rows("select 1 from document where status = 'received'")).isEmpty();
  }

  @Test
  void aPurchaseOrderThatIsSentOnceMoreChangesNothingHere() {
    scene.stock("north", "A,5").order("1001", "A,2").sendPurchaseOrders();
    String place = scene.places("1001").toString();
    long file = Long.parseLong(scene.one("select id from delivery where kind = 'purchase-order'"));

    assertThat(again(file)).isTrue();
    assertThat(scene.deliver("purchase-order", "north")).hasSize(1);

    assertThat(scene.places("1001").toString()).isEqualTo(place);
    assertThat(scene.rows("select 1 from timeline where what = 'sent'")).hasSize(1);
  }

  @Test
  void aMessageThatIsSentOnceMoreIsOneOfItsOwn() {
    scene.stock("north", "A,5").order("1001", "A,2");
    Delivery mail = scene.deliver("mail", "mail").get(0);

    assertThat(again(mail.id())).isTrue();
    assertThat(again(mail.id())).isTrue();

    assertThat(scene.deliver("mail", "mail"))
        .extracting(Delivery::key)
        .containsExactly(mail.key() + ":again-1", mail.key() + ":again-2");
  }

  @Test
  void whatIsOnItsWayIsNotSentOnceMore() {
    scene.stock("north", "A,5").order("1001", "A,2");
    Delivery mail = scene.bean(DeliveryDesk.class, "deliveries").take("mail", "mail").get(0);

    assertThat(again(mail.id())).isFalse();
  }

  @Test
  void aPurchaseOrderIsNotDismissed() {
    scene.stock("north", "A,5").order("1001", "A,2").sendPurchaseOrders();
    execute("update delivery set state = 'quarantined' where kind in ('purchase-order', 'mail')");
    Resending resending = new Resending(scene.clock);

    assertThat(
            scene.database.<Integer>inTransaction(
                handle -> {
                  int dismissed = 0;
                  for (String id : ids("select id from delivery where state = 'quarantined'")) {
                    dismissed +=
                        resending.dismiss(handle, Long.parseLong(id), "Olga", "known") ? 1 : 0;
                  }
                  return dismissed;
                }))
        .isEqualTo(1);
    assertThat(scene.rows("select kind, note from delivery where note is not null"))
        .containsExactly(List.of("mail", "Dismissed by Olga: known"));
  }

  private List<String> ids(String query) {
    return scene.rows(query).stream().map(row -> row.get(0)).toList();
  }

  private boolean again(long id) {
    Resending resending = new Resending(scene.clock);
    return scene.database.inTransaction(handle -> resending.again(handle, id));
  }

  private List<String> state(Delivery delivery) {
    return scene.rows("select state, attempts from delivery where id = " + delivery.id()).get(0);
  }

  private void replay(String table, String id) throws IOException {
    String page = Files.readString(Path.of("docs/operator.md"));
    String example = page.substring(page.indexOf("```sql", page.indexOf("## Replay")) + 6);
    Stream.of(example.substring(0, example.indexOf("```")).split(";\n"))
        .map(String::strip)
        .filter(statement -> statement.startsWith("update " + table + " "))
        .forEach(statement -> execute(statement.replace("4711", id)));
  }

  private void execute(String statement) {
    scene.database.useTransaction(handle -> handle.execute(statement));
  }
}
