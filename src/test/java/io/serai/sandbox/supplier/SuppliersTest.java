package io.serai.sandbox.supplier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.sandbox.HandClock;
import io.serai.sandbox.SupplierDesk;
import io.serai.sandbox.SupplierDesk.Wanted;
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.World;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppliersTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");
  private static final int SKUS = 40;

  /** With this seed every supplier has what its books say of the SKU that it has most of. */
  private static final long SEED = 4;

  private static final List<Format> WITHOUT_TLS =
      List.of(Format.CSV, Format.CSV, Format.X12, Format.EDIFACT);

  @TempDir Path folder;

  private final World world = new World();
  private final HandClock clock = new HandClock(MONDAY);
  private final List<AutoCloseable> open = new ArrayList<>();
  private SandboxSuppliers suppliers;

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    suppliers.close();
  }

  @Test
  void theFirstStockFileListsWhatASupplierCarriesInItsOwnDialect() {
    start(0);
    for (String id : List.of("north", "south", "east", "west")) {
      SupplierDesk desk = desk(id);
      List<Map<String, String>> stock = desk.all("STOCK");

      assertThat(stock).hasSizeBetween(5, SKUS);
      assertThat(stock)
          .allMatch(row -> row.get("sku").startsWith(desk.profile().code("SKU-")))
          .allMatch(row -> Integer.parseInt(row.get("quantity")) >= 0)
          .allMatch(row -> new BigDecimal(row.get("unit_cost")).signum() > 0);
      if (!desk.profile().format().isEdi()) {
        assertThat(stock)
            .allMatch(row -> row.get("lead_days").equals("" + desk.profile().leadDays()));
      }
    }
    assertThat(text(desk("north"), "STOCK-000001.csv")).contains(";6,", "unit_cost");
    assertThat(text(desk("south"), "STOCK-000001.txt")).startsWith("DSKU-").contains("\r\nT0000");
    assertThat(text(desk("east"), "IC-000001.edi")).startsWith("ISA*00*").contains("~ST*846*0001~");
    assertThat(text(desk("west"), "IC-000001.edi"))
        .startsWith("UNA:+.? '")
        .contains("'UNH+1+INVRPT:");
  }

  @Test
  void aPurchaseOrderIsAcknowledgedWithinHoursAndShippedAfterTheLeadTime() {
    start(0);
    SupplierDesk south = desk("south");
    String sku = plenty(south);
    int before = onHand(south, sku);
    south.order("PO-1", List.of(new Wanted("P1", 1, sku, 3)));
    await().until(() -> world.purchaseOrders().size() == 1);
    assertThat(south.all("ACK")).isEmpty();

    clock.pass(Duration.ofHours(2));
    await().until(() -> !south.all("ACK").isEmpty());
    assertThat(south.all("ACK").get(0))
        .containsEntry("po_number", "P1")
        .containsEntry("line", "1")
        .containsEntry("quantity", "3")
        .containsEntry("status", "accepted");

    clock.pass(Duration.ofDays(4));
    await().until(() -> units(south.all("ASN")) == 3);
    await()
        .until(
            () ->
                south.all("STOCK").stream()
                    .anyMatch(
                        row ->
                            row.get("sku").equals(sku)
                                && Integer.parseInt(row.get("quantity")) == before - 3));
    assertThat(south.all("ASN").get(0).get("tracking_number")).isNotEmpty();
    assertThat(Instant.parse(south.all("ASN").get(0).get("shipped_at"))).isAfter(MONDAY);
  }

  @Test
  void aShipNoticeIsThereBeforeTheStockThatNoLongerCountsItsUnits() {
    start(0, WITHOUT_TLS);
    SupplierDesk east = desk("east");
    east.order("PO-1", List.of(new Wanted("P1", 1, plenty(east), 2)));
    await().until(() -> world.purchaseOrders().size() == 1);
    clock.pass(Duration.ofHours(2));
    await().until(() -> !east.all("ACK").isEmpty());
    clock.pass(Duration.ofDays(6));
    await().until(() -> east.all("STOCK").size() > stockAtFirst(east));

    List<String> kinds =
        east.list("out").stream()
            .flatMap(file -> east.read(file).stream())
            .map(row -> row.get("kind"))
            .distinct()
            .toList();
    assertThat(kinds).containsExactly("STOCK", "ACK", "ASN");
    assertThat(east.all("ASN")).hasSizeBetween(1, 2);
  }

  private static long stockAtFirst(SupplierDesk desk) {
    return desk.read(desk.list("out").get(0)).size();
  }

  @Test
  void aNumberThatCameBeforeIsNotActedOnAgain() {
    start(0, Format.ALL_CSV);
    SupplierDesk north = desk("north");
    String sku = plenty(north);
    north.order("PO-1", List.of(new Wanted("P1", 1, sku, 1), new Wanted("P2", 1, sku, 1)));
    await().until(() -> world.purchaseOrders().size() == 2);

    north.order("PO-1", List.of(new Wanted("P1", 1, sku, 1), new Wanted("P2", 1, sku, 1)));
    await().until(() -> world.summary().repeatedPurchaseOrders() == 2);
    clock.pass(Duration.ofHours(2));
    await().until(() -> north.all("ACK").size() == 2);

    clock.pass(Duration.ofDays(5));
    await().until(() -> units(north.all("ASN")) == 2);
    assertThat(world.purchaseOrderFiles().get(0).times()).isEqualTo(2);
    assertThat(world.purchaseOrders()).allMatch(seen -> seen.times() == 2 && seen.changed() == 0);
    assertThat(north.list("orders/done")).containsExactly("PO-1.csv");
  }

  @Test
  void wordsOutsideTheSuppliersAlphabetArriveAsTheyCan() {
    start(0, Format.ALL_CSV);
    SupplierDesk north = desk("north");

    north.order("PO-1", List.of(new Wanted("P1", 1, plenty(north), 1)));

    await().until(() -> world.purchaseOrders().size() == 1);
    assertThat(world.purchaseOrders().get(0).what().lines().get(0).columns())
        .containsEntry("ship_to_name", "Søren O'Connor")
        .containsEntry("unit_cost", "1");
  }

  @Test
  void whatIsMissingIsRefusedAndAnUnknownItemToo() {
    start(0, Format.ALL_CSV);
    SupplierDesk south = desk("south");
    String sku = plenty(south);
    int there = onHand(south, sku);
    south.order(
        "PO-1.csv",
        List.of(new Wanted("P1", 1, sku, there + 5), new Wanted("P1", 2, "NO-SUCH", 1)));
    await().until(() -> world.purchaseOrders().size() == 1);

    clock.pass(Duration.ofHours(2));

    await().until(() -> south.all("ACK").size() == 3);
    assertThat(south.all("ACK"))
        .extracting(row -> row.get("line") + " " + row.get("quantity") + " " + row.get("status"))
        .containsExactly("1 " + there + " accepted", "1 5 rejected", "2 1 rejected");
    assertThat(south.all("ACK").get(2)).containsEntry("reason", "unknown item");
  }

  @Test
  void aFileThatCannotBeReadIsPutAsideAndNamed() {
    start(0);
    SupplierDesk west = desk("west");

    SupplierDesk south = desk("south");
    SupplierDesk north = desk("north");

    north.put("PO-9.csv", "po_number;line\r\nP1;1\r\n".getBytes(UTF_8));
    south.put("PO-8.txt", "HP1\r\n".getBytes(UTF_8));
    west.put("PO-7.edi", "UNB+UNOC:3+SOMEBODY'".getBytes(UTF_8));

    await()
        .until(
            () ->
                Stream.of(north, south, west)
                    .allMatch(each -> each.list("orders/failed").size() == 1));
    assertThat(world.badFiles())
        .extracting(why -> why.substring(0, why.indexOf(".")))
        .containsOnly("north: PO-9", "south: PO-8", "west: PO-7");
    assertThat(world.purchaseOrders()).isEmpty();
  }

  @Test
  void aFileUnderATemporaryNameIsLeftAlone() {
    start(0, WITHOUT_TLS);
    SupplierDesk east = desk("east");
    east.leave(".PO-1.edi.part", "half a fi".getBytes(UTF_8));
    east.order("PO-2", List.of(new Wanted("P2", 1, plenty(east), 1)));

    await().until(() -> world.purchaseOrders().size() == 1);

    assertThat(world.purchaseOrderFiles())
        .extracting(seen -> seen.what())
        .containsExactly("PO-2.edi");
    assertThat(world.badFiles()).isEmpty();
  }

  @Test
  void someOrdersLeaveInTwoParcelsAndNoUnitIsLostBetweenThem() {
    start(0, Format.ALL_CSV);
    SupplierDesk south = desk("south");
    String sku = plenty(south);
    south.order(
        "PO-1", IntStream.range(0, 30).mapToObj(i -> new Wanted("P" + i, 1, sku, 3)).toList());
    await().until(() -> world.purchaseOrders().size() == 30);
    clock.pass(Duration.ofHours(2));
    await().until(() -> units(south.all("ACK")) == 90);

    clock.pass(Duration.ofDays(6));

    await().until(() -> units(south.all("ASN")) == 90);
    assertThat(world.parcels()).extracting(Parcel::parcel).contains("1", "2");
    Map<String, Long> numbers =
        world.parcels().stream()
            .collect(
                Collectors.groupingBy(
                    parcel -> parcel.purchaseOrder() + parcel.parcel(), Collectors.counting()));
    assertThat(world.parcels()).extracting(Parcel::trackingNumber).doesNotHaveDuplicates();
    assertThat(numbers.values()).allMatch(count -> count == 1);
  }

  @Test
  void aScarceSkuIsRestockedAFewDaysAfterItRanLow() {
    start(1, Format.ALL_CSV);
    SupplierDesk desk = null;
    Map<String, String> row = null;
    for (SupplierDesk each : List.of(desk("north"), desk("south"), desk("east"))) {
      for (Map<String, String> stock : each.all("STOCK")) {
        if (!stock.get("restock_quantity").isEmpty()) {
          desk = each;
          row = stock;
        }
      }
    }
    assertThat(LocalDate.parse(row.get("restock_date"))).isAfter(LocalDate.of(2026, 1, 5));
    SupplierDesk restocked = desk;
    String code = row.get("sku");
    int promised = Integer.parseInt(row.get("restock_quantity"));
    int before = Integer.parseInt(row.get("quantity"));

    clock.pass(Duration.ofDays(12));

    await()
        .untilAsserted(
            () ->
                assertThat(restocked.all("STOCK"))
                    .filteredOn(each -> each.get("sku").equals(code))
                    .last()
                    .satisfies(
                        each -> {
                          assertThat(each.get("quantity")).isEqualTo("" + (before + promised));
                          assertThat(each.get("restock_date")).isEmpty();
                        }));
    assertThat(world.summary().restocks()).isPositive();
  }

  @Test
  void nobodyGetsInWithAWrongPasswordOrWhileTheServersArePaused() {
    start(0);
    for (SupplierProfile each : suppliers.profiles()) {
      assertThat(opens(each, "guess")).isFalse();
      assertThat(opens(each, each.password())).isTrue();

      suppliers.pause();
      assertThat(opens(each, each.password())).isFalse();

      suppliers.resume();
      assertThat(opens(each, each.password())).isTrue();
    }
  }

  private boolean opens(SupplierProfile profile, String password) {
    return SupplierDesk.isOpen(profile, password, suppliers.access(profile));
  }

  private static String text(SupplierDesk desk, String file) {
    return new String(desk.content("out/" + file), ISO_8859_1);
  }

  private void start(double unmetShare) {
    start(unmetShare, Format.ONE_EACH);
  }

  private void start(double unmetShare, List<Format> formats) {
    SandboxSuppliers.Settings settings =
        new SandboxSuppliers.Settings(
            SEED, folder, unmetShare, Duration.ofMillis(20), 0, formats, "USD");
    suppliers = SandboxSuppliers.start(settings, clock, world, orders());
  }

  private SupplierDesk desk(String id) {
    SupplierProfile profile =
        suppliers.profiles().stream().filter(each -> each.id().equals(id)).findFirst().get();
    SupplierDesk desk = new SupplierDesk(profile, suppliers.access(profile));
    open.add(desk);
    return desk;
  }

  /** The SKU of which the supplier has most. */
  private static String plenty(SupplierDesk desk) {
    return desk.read(desk.list("out").get(0)).stream()
        .max((a, b) -> Integer.parseInt(a.get("quantity")) - Integer.parseInt(b.get("quantity")))
        .get()
        .get("sku")
        .substring(desk.profile().skuPrefix().length());
  }

  private static int onHand(SupplierDesk desk, String sku) {
    return desk.read(desk.list("out").get(0)).stream()
        .filter(row -> row.get("sku").equals(desk.profile().code(sku)))
        .mapToInt(row -> Integer.parseInt(row.get("quantity")))
        .sum();
  }

  private static int units(List<Map<String, String>> rows) {
    return rows.stream().mapToInt(row -> Integer.parseInt(row.get("quantity"))).sum();
  }

  private static List<SoldOrder> orders() {
    Address address =
        new Address("Ada", "Archer", "", "1 Elm Ave", "", "Leeds", "", "", "LS1 4DY", "GB", "");
    return IntStream.range(0, SKUS)
        .mapToObj(
            i ->
                new SoldOrder(
                    "#" + i,
                    MONDAY.plusSeconds(i),
                    "customer-1@example.com",
                    "",
                    "en",
                    "USD",
                    address,
                    List.of(new SoldLine("SKU-" + i, "Thing", 20 + 10 * i, BigDecimal.TEN, true))))
        .toList();
  }
}
