package io.serai.hub;

import static io.serai.order.Place.ACKNOWLEDGED;
import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.PLANNED;
import static io.serai.order.Place.SENT;
import static io.serai.order.Place.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.edi.document.OrderChange;
import io.serai.exchange.Numbers;
import io.serai.exchange.PurchaseOrder;
import io.serai.interchange.ControlNumbers;
import io.serai.order.Address;
import io.serai.plan.Rules;
import io.serai.supplier.Supplier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The discipline of an EDI clerk: control numbers, acknowledgments, what is put aside and replayed.
 */
class ControlNumbersTest {
  private final Trade north = new Trade("x12");
  private final Scene scene =
      new Scene(Rules.DEFAULT, answering("north", 24), Scene.supplier("south", 2, "2"))
          .speaking("north", north.format("{}"));

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  private static Supplier answering(String id, int hours) {
    return new Supplier(
        id,
        true,
        0,
        1,
        BigDecimal.ONE,
        "",
        Set.of(),
        "",
        new Supplier.Answering(Optional.of(Duration.ofHours(hours)), OptionalInt.empty(), true));
  }

  @Test
  void thoseThatWriteAtOnceGetNumbersWithoutGapsOrDoubles() throws Exception {
    ControlNumbers numbers = new ControlNumbers(scene.clock);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    List<Long> interchanges = Collections.synchronizedList(new ArrayList<>());
    List<Long> sets = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 40; i++) {
      boolean fails = i % 5 == 0;
      all.add(pool.submit(() -> allot(numbers, fails, interchanges, sets)));
    }
    for (Future<?> each : all) {
      each.get();
    }
    pool.shutdown();

    assertThat(interchanges).hasSize(32).containsExactlyInAnyOrderElementsOf(upTo(32));
    assertThat(sets).hasSize(96).containsExactlyInAnyOrderElementsOf(upTo(96));
  }

  private void allot(
      ControlNumbers numbers, boolean fails, List<Long> interchanges, List<Long> sets) {
    try {
      Numbers.Allotted allotted =
          scene.database.inTransaction(
              handle -> {
                Numbers.Allotted mine =
                    numbers.begin(handle, "x").allot("850", List.of("a", "b", "c"));
                if (fails) {
                  throw new IllegalStateException("rolled back");
                }
                return mine;
              });
      interchanges.add(allotted.interchange());
      LongStream.range(0, 3).forEach(n -> sets.add(allotted.firstSet() + n));
    } catch (IllegalStateException rolledBack) {
      // Its numbers are another's.
    }
  }

  private static List<Long> upTo(long most) {
    return LongStream.rangeClosed(1, most).boxed().toList();
  }

  @Test
  void numbersBeginAgainPastNineDigits() {
    ControlNumbers numbers = new ControlNumbers(scene.clock);
    scene.database.useTransaction(
        handle ->
            handle.execute(
                "insert into control_number values ('x', 'interchange', 999999999), ('x', 'set', 999999998)"));
    Numbers.Allotted last =
        scene.database.inTransaction(
            handle -> numbers.begin(handle, "x").allot("850", List.of("a")));
    Numbers.Allotted next =
        scene.database.inTransaction(
            handle -> numbers.begin(handle, "x").allot("850", List.of("a", "b")));

    assertThat(last.interchange()).isEqualTo(999_999_999);
    assertThat(next.interchange()).isEqualTo(1);
    assertThat(next.firstSet()).isEqualTo(1);
  }

  @Test
  void aPurchaseOrderWithManyLinesIsSplit() {
    scene.speaking("north", north.format("{mostLines: 2}"));
    scene.rawFile("north", "s", north.stock("A,9", "B,9", "C,9"));
    scene.order("1001", "A,1", "B,1", "C,1").sendPurchaseOrders();

    Trade.Read read = north.read(sent("purchase-order"));
    assertThat(north.orders(sent("purchase-order")))
        .extracting(order -> order.number() + ":" + order.lines().size())
        .containsExactly(scene.purchaseOrder("1001") + ":2", scene.purchaseOrder("1001") + ":1");
    assertThat(read.sets).extracting(set -> set.control()).doesNotHaveDuplicates();
    scene.rawFile(
        "north", "fa", north.write(north.acknowledges(sent("purchase-order"), List.of())));
    assertThat(
            scene.rows(
                "select s.outcome from sent_set s join sent_interchange i on i.id = s.interchange_id where type = '850'"))
        .containsExactly(List.of("accepted"), List.of("accepted"));
  }

  @Test
  void aCancellationIsASetForEachPurchaseOrder() {
    String first = asked("1001", "A,2");
    String second = asked("1002", "A,1");
    scene.cancelled("1001").cancelled("1002");
    String file = scene.sendRecalls().get(0);

    assertThat(north.read(file).documents)
        .extracting(document -> ((OrderChange) document).poNumber())
        .containsExactly(first, second);
    assertThat(
            scene.rows(
                "select po_number from sent_set s join sent_interchange i on i.id = s.interchange_id where i.type = '860' order by s.control"))
        .containsExactly(List.of(first), List.of(second));
  }

  @Test
  void theSameInterchangeUnderAnotherNameChangesNothing() {
    String stock = north.stock("A,9");
    scene.rawFile("north", "one", stock);
    scene.rawFile("north", "two", stock.replace("~", "~\r\n"));

    assertThat(scene.one("select count(*) from document where kind = 'supplier-file'"))
        .isEqualTo("1");
    assertThat(statuses()).containsExactly("opened", "repeated");
    assertThat(acknowledgments()).hasSize(1);
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void anotherContentUnderANumberThatCameIsForAPersonAndRefusedToTheSupplier() {
    scene.rawFile("north", "one", north.stock("A,9"));
    scene.rawFile("north", "two", north.next(100).stock("A,4"));

    assertThat(scene.one("select on_hand from offer")).isEqualTo("9");
    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("two: interchange 000000100: its control number came before");
    assertThat(acknowledgments()).last().asString().contains("TA1*000000100*261123*1200*R*025~");
  }

  @Test
  void itIsLeftOrTakenWhereThatIsAgreed() {
    scene.speaking("north", north.format("{repeatedControlNumbers: ignore}"));
    scene.rawFile("north", "one", north.stock("A,9"));
    scene.rawFile("north", "two", north.next(100).stock("A,4"));
    assertThat(scene.one("select on_hand from offer")).isEqualTo("9");

    scene.speaking("north", north.format("{repeatedControlNumbers: take}"));
    scene.rawFile("north", "three", north.next(100).stock("A,5"));
    assertThat(scene.one("select on_hand from offer")).isEqualTo("5");
    assertThat(statuses()).containsExactly("opened", "ignored", "opened");
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void numbersThatWerePassedOverAreToldOnceAndOnlyIfTheyDoNotCome() {
    scene.rawFile("north", "100", north.stock("A,1"));
    scene.rawFile("north", "103", north.next(103).stock("A,4"));
    scene.rawFile("north", "102", north.next(102).stock("A,3"));
    tell();
    assertThat(scene.alerts()).isEmpty();
    scene.rawFile("north", "107", north.next(107).stock("A,8"));

    scene.keepAnswers();
    look();
    tell();
    tell();

    assertThat(scene.rows("select text from alert"))
        .singleElement()
        .asString()
        .contains("101, 104 to 106");
    scene.rawFile("north", "104", north.next(104).stock("A,5"));
    look();
    tell();
    assertThat(scene.alerts()).containsExactly("interchange-missing");
    assertThat(scene.rows("select control from missing_interchange order by 1"))
        .containsExactly(List.of("101"), List.of("105"), List.of("106"));
  }

  @Test
  void noGapIsToldWhereNumbersMeanNothing() {
    scene.speaking("north", north.format("{gaps: ignore}"));
    scene.rawFile("north", "100", north.stock("A,1"));
    scene.rawFile("north", "103", north.next(103).stock("A,4"));
    look();
    tell();
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void oneBadSetAmongGoodOnesAndSeveralInterchangesInAFile() {
    String first = asked("1001", "A,2");
    String second = asked("1002", "A,1");
    String good = north.write(north.answer(first, "1,A,2,IA"), north.answer(second, "1,A,1,IA"));
    String bad = good.replaceFirst("BAK\\*00\\*AC\\*" + first, "BAK*00**" + first);
    scene.rawFile("north", "mixed", bad + north.stock("B,5"));

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));
    assertThat(scene.places("1002")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 1)));
    assertThat(scene.one("select on_hand from offer where sku = 'B'")).isEqualTo("5");
    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("mixed: interchange 0000001", "set 0001, segment 2 (BAK), element 2");
    assertThat(acknowledgments().get(acknowledgments().size() - 2)).contains("AK9*P*2*2*1~");
  }

  @Test
  void anInterchangeOfAStrangerOrInTestIsPutAsideAndNotAnswered() {
    String stock = north.stock("A,9");
    scene.rawFile("north", "stranger", stock.replace("NORTH ", "WEST  "));
    scene.rawFile("north", "test", stock.replace("*0*P*", "*0*T*"));

    assertThat(scene.one("select count(*) from offer")).isEqualTo("0");
    assertThat(scene.quarantined()).hasSize(2);
    assertThat(scene.quarantined().get(0)).contains("comes from ZZ:WEST, not from ZZ:NORTH");
    assertThat(scene.quarantined().get(1)).contains("it is a test");
    assertThat(acknowledgments()).isEmpty();

    scene.speaking("north", north.format("{test: true}"));
    replay("interchange-file", "test");
    assertThat(scene.one("select on_hand from offer")).isEqualTo("9");
  }

  @Test
  void aFileThatIsNoInterchangeIsPutAside() {
    scene.rawFile("north", "hello.csv", "sku,quantity\nA,5\n");
    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("hello.csv: it begins with");
  }

  @Test
  void aRefusedPurchaseOrderGoesElsewhereAndSomebodyIsTold() {
    scene.stock("south", "A,9,9.00");
    String po = asked("1001", "A,2");
    asked("1002", "A,1");
    String file = texts("purchase-order").get(0);
    String set = north.read(file).sets.get(0).control();

    scene.rawFile("north", "997", north.write(north.acknowledges(file, List.of(set))));
    look();
    scene.pass(Duration.ofSeconds(1)).keepAnswers();

    assertThat(scene.rows("select text from alert where kind = 'document-refused'"))
        .singleElement()
        .asString()
        .contains(po, "segment 5 (PO1), code 8, element 3, code 7", "planned anew");
    assertThat(scene.alerts()).contains("no-answer");
    assertThat(scene.purchaseOrders("1001")).containsValue("south");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(PLANNED, 2)));
    assertThat(scene.places("1002")).isEqualTo(Map.of("1", Map.of(SENT, 1)));
    assertThat(
            scene.one(
                "select status from document where kind = 'purchase-order' order by id limit 1"))
        .isEqualTo("quarantined");
  }

  @Test
  void aRefusedPurchaseOrderStaysWhereNoHoursAreAgreed() {
    Scene other = Scene.usual().speaking("north", north.format("{}"));
    other.rawFile("north", "s", north.stock("A,9"));
    other.order("1001", "A,2").sendPurchaseOrders();
    String file =
        other.one(
            "select convert_from(content, 'UTF8') from document where kind = 'purchase-order'");
    String interchange = north.read(file).interchanges.get(0).control();
    other.rawFile("north", "ta1", ta1(interchange, "R", "006"));
    other.pass(Duration.ofDays(1)).keepAnswers();

    assertThat(other.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));
    assertThat(other.rows("select text from alert"))
        .singleElement()
        .asString()
        .contains("TA1, note 006", "Nobody ships these units");
    other.close();
  }

  private String ta1(String control, String code, String note) {
    String stock = north.stock("Z,1");
    String header = stock.substring(0, 106);
    return header
        + "TA1*"
        + control
        + "*261123*1200*"
        + code
        + "*"
        + note
        + "~IEA*0*"
        + header.substring(90, 99)
        + "~";
  }

  @Test
  void anAnswerToWhatWeNeverSentIsForAPerson() {
    asked("1001", "A,2");
    String file =
        sent("purchase-order")
            .replaceAll("GS\\*PO(.*?)\\*(\\d+)\\*X", "GS*PO$1*4711*X")
            .replaceAll("GE\\*1\\*\\d+", "GE*1*4711");
    scene.rawFile("north", "997", north.write(north.acknowledges(file, List.of())));

    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("group 4711, which we never sent");
    assertThat(acknowledgments()).as("a 997 is never acknowledged").hasSize(1);
  }

  @Test
  void anAnswerThatOvertakesTheNoteOfItsSendingWaits() {
    scene.rawFile("north", "s", north.stock("A,9"));
    scene.order("1001", "A,2");
    scene.bean(SupplierDesk.class, "suppliers").gather("north");
    scene.rawFile(
        "north", "997", north.write(north.acknowledges(sent("purchase-order"), List.of())));
    assertThat(scene.one("select status from document where name = '997'")).isEqualTo("received");

    scene.deliver("purchase-order", "north");
    scene.applyFiles("north");
    assertThat(scene.one("select outcome from sent_interchange where type = '850'"))
        .isEqualTo("accepted");
  }

  @Test
  void whatIsNotAcknowledgedInTimeIsToldOnceAndNotBeforeTheFolderWasLookedInto() {
    String po = asked("1001", "A,2");
    scene.deliver("functional-acknowledgment", "north");
    scene.pass(Duration.ofMinutes(119));
    look();
    tell();
    assertThat(scene.alerts()).isEmpty();
    scene.pass(Duration.ofMinutes(2));
    tell();
    assertThat(scene.alerts()).isEmpty();
    look();
    tell();
    tell();

    assertThat(scene.rows("select text from alert"))
        .singleElement()
        .asString()
        .contains("850 of interchange 2", po, "in time");
  }

  @Test
  void aSetIsAppliedAfterItsCodeWasAgreed() {
    String po = asked("1001", "A,2");
    scene.rawFile(
        "north", "855", north.write(north.answer(po, "1,A,2,IA")).replace("*AC*", "*NA*"));
    assertThat(scene.quarantined()).singleElement().asString().contains("'NA'");

    scene.speaking("north", north.format("{codes: {outcomes: {NA: changed}}}"));
    replay("supplier-file", "855%");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2)));
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void aLineIsAppliedAloneAfterItsCodeWasAgreed() {
    String po = asked("1001", "A,2", "B,3");
    String answer = north.write(north.answer(po, "1,A,2,IA", "2,B,3,IA"));
    scene.rawFile("north", "855", answer.replace("ACK*IA*3", "ACK*ZZ*3"));
    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2), "2", Map.of(SENT, 3)));
    assertThat(scene.quarantined())
        .singleElement()
        .asString()
        .contains("segment", "(ACK), element 1", "'ZZ'");

    replay("supplier-file-line", "%");
    assertThat(scene.quarantined()).singleElement().asString().contains("'ZZ'");

    scene.speaking("north", north.format("{codes: {ack: {ZZ: backordered}}}"));
    replay("supplier-file-line", "%");
    assertThat(scene.quarantined()).isEmpty();
    assertThat(scene.places("1001"))
        .isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2), "2", Map.of(BACKORDERED, 3)));
  }

  @Test
  void aRowOfStockIsAppliedAloneAfterItsUnitWasAgreed() {
    scene.rawFile("north", "846", north.stock("A,9", "B,4").replace("17*4*EA", "17*4*CS"));
    assertThat(scene.rows("select sku from offer")).containsExactly(List.of("A"));
    assertThat(scene.quarantined()).singleElement().asString().contains("'CA' is a unit");

    scene.speaking("north", north.format("{codes: {eaches: {CA: 12}}}"));
    replay("supplier-file-line", "%");
    assertThat(scene.rows("select sku, on_hand from offer order by sku"))
        .containsExactly(List.of("A", "9"), List.of("B", "48"));
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void aLineOfACsvFileIsAppliedAloneToo() {
    scene.stock("south", "A,9").order("1001", "A,2").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    scene.notice("south", po + ",1,X-A,2,UPS,1Z1,2026-12-02T15:30:00Z,P");
    assertThat(scene.quarantined()).hasSize(1);
    scene.database.useTransaction(
        handle ->
            handle.execute(
                "update document set content = convert_to(replace(convert_from(content, 'UTF8'), 'X-A', 'A'), 'UTF8') where name like 'ASN%' and kind = 'supplier-file'"));

    replay("supplier-file-line", "%");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
    replayed("supplier-file-line", "%", "applied");
    scene.applyFiles("south");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
    assertThat(scene.quarantined()).isEmpty();
  }

  @Test
  void aLineOfWhichAPartHasShippedIsNotAppliedAgain() {
    scene.stock("south", "A,9").order("1001", "A,2").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    scene.notice("south", po + ",1,A,5,UPS,1Z1,2026-12-02T15:30:00Z,P");
    replay("supplier-file-line", "%");

    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SHIPPED, 2)));
    assertThat(scene.quarantined()).singleElement().asString().contains("a part of it was applied");
  }

  @Test
  void aBrokenHeaderIsPutAsideAndStopsNoOther() {
    String good = north.stock("A,5");
    scene.rawFile("north", "two", north.stock("B,5").replaceFirst("ISA\\*00", "ISA*") + good);

    assertThat(scene.rows("select sku from offer")).containsExactly(List.of("A"));
    assertThat(scene.quarantined()).singleElement().asString().startsWith("two: ");
    assertThat(statuses()).containsExactly("opened");
  }

  @Test
  void aPurchaseOrderThatDoesNotFitIsNamed() {
    assertThat(north.format("{}").refusal(order("A".repeat(200)))).isPresent();
    assertThat(north.format("{}").refusal(order("A"))).isEmpty();
  }

  private static PurchaseOrder order(String code) {
    return new PurchaseOrder(
        "PO1",
        "1001",
        "USD",
        new Address("Ann", "", "Street 1", "", "Town", "", "12345", "US", ""),
        List.of(new PurchaseOrder.Line(1, code, 2, BigDecimal.ONE)));
  }

  @Test
  void aFileIsOpenedWholeOrNotAtAll() {
    String po = asked("1001", "A,2");
    scene.database.useTransaction(
        handle ->
            handle.execute(
                "alter table received_set add constraint fails check (type <> '846') not valid"));
    scene.rawFile("north", "both", north.write(north.answer(po, "1,A,2,IA")) + north.stock("A,7"));

    assertThat(scene.one("select count(*) from document where name like 'both,%'")).isEqualTo("0");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(SENT, 2)));
    scene.database.useTransaction(
        handle -> handle.execute("alter table received_set drop constraint fails"));
    replay("interchange-file", "both");
    assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(ACKNOWLEDGED, 2)));
    assertThat(scene.one("select reported from offer")).isEqualTo("7");
  }

  // An order of which north has the purchase order.
  private String asked(String number, String... lines) {
    List<String> stock = new ArrayList<>();
    for (String line : lines) {
      stock.add(line.split(",")[0] + ",9");
    }
    scene.rawFile("north", "stock-" + number, north.stock(stock.toArray(String[]::new)));
    scene.order(number, lines).sendPurchaseOrders();
    return scene.purchaseOrder(number);
  }

  private void replay(String kind, String name) {
    replayed(kind, name, "quarantined");
    for (String supplier : List.of("north", "south")) {
      scene.applyFiles(supplier);
    }
  }

  private void replayed(String kind, String name, String was) {
    scene.database.useTransaction(
        handle ->
            handle.execute(
                """
                update document set status = 'received', fault = null, cure = null, settled_at = null
                where kind = ? and name like ? and status = ?""",
                kind,
                name,
                was));
  }

  private void look() {
    scene.bean(AnswerDesk.class, "answers").nothingMore("north");
  }

  private void tell() {
    scene.bean(InterchangeDesk.class, "interchanges").tellOfMissing();
  }

  private List<String> statuses() {
    return scene.rows("select status from received_interchange order by id").stream()
        .map(row -> row.get(0))
        .toList();
  }

  private List<String> acknowledgments() {
    return texts("functional-acknowledgment");
  }

  private String sent(String kind) {
    List<String> all = texts(kind);
    return all.get(all.size() - 1);
  }

  private List<String> texts(String kind) {
    return scene
        .rows(
            "select convert_from(content, 'UTF8') from document where kind = '"
                + kind
                + "' order by id")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }
}
