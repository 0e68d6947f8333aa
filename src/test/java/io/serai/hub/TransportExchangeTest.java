package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.serai.order.Place;
import io.serai.transport.Certificate;
import io.serai.transport.DebianServer;
import io.serai.transport.Faults;
import io.serai.transport.FaultyFtp;
import io.serai.transport.FaultySftp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same exchange by each transport, with routes and connectors as they are, and bad servers. */
class TransportExchangeTest {
  private static final List<String> SUPPLIERS =
      List.of("ftp", "ftps", "implicit", "stranger", "sftp", "keyed", "folder");

  @TempDir static Path folder;
  private static final String ALERTS =
      "select text from alert where kind = 'server-key' and text like '%of supplier sftp shows%'";
  private static final Faults FAULTS = new Faults();
  private static FileExchange exchange;
  private static FaultyFtp ftp;
  private static FaultyFtp ftps;
  private static FaultyFtp implicit;
  private static FaultySftp sftp;

  @BeforeAll
  static void start() throws Exception {
    for (String supplier : SUPPLIERS) {
      FileExchange.home(folder, supplier);
    }
    Certificate certificate = Certificate.in(folder, "north");
    KeyPair login = FaultySftp.newKey();
    ftp = new FaultyFtp(folder.resolve("ftp"), Optional.empty(), false, FAULTS);
    ftps = new FaultyFtp(folder.resolve("ftps"), Optional.of(certificate), false, FAULTS);
    implicit = new FaultyFtp(folder.resolve("implicit"), Optional.of(certificate), true, FAULTS);
    sftp = new FaultySftp(folder, login.getPublic(), FAULTS);
    FaultySftp.write(login, folder.resolve("key"));
    exchange = new FileExchange(folder, SUPPLIERS, configuration());
  }

  @AfterAll
  static void stop() throws Exception {
    exchange.close();
    ftp.close();
    ftps.close();
    implicit.close();
    sftp.close();
  }

  @AfterEach
  void theFaultsAreUsedUp() {
    assertThat(FAULTS.left()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "ftps", "implicit", "sftp", "keyed", "folder"})
  void anOrderGoesOutAndItsAnswersComeBack(String supplier) throws IOException {
    String order = exchange.whole(supplier, "1");

    assertThat(exchange.scene.places(order)).isEqualTo(Map.of("1", Map.of(Place.SHIPPED, 2)));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(exchange.scene.rows("select supplier from supplier_look"))
                    .as("an empty folder is noted")
                    .contains(List.of(supplier)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "ftps", "sftp"})
  void aFileInWhichTheServerDropsTheConnectionIsStoredOnceAndWhole(String supplier)
      throws IOException {
    unlessDebiansAreTried();
    FAULTS.drops.set(1);

    exchange.whole(supplier, "drop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "ftps", "sftp"})
  void aFileThatMayNotBeRenamedIsSentAgain(String supplier) throws IOException {
    unlessDebiansAreTried();
    FAULTS.refusedRenames.set(2);

    exchange.whole(supplier, "rename");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "ftps", "sftp"})
  void aFullDiskLeavesNoHalfFileUnderItsName(String supplier) throws IOException {
    unlessDebiansAreTried();
    FAULTS.fullDisks.set(1);

    String order = exchange.owed(supplier, "full");
    String fault = exchange.fault(supplier);
    assertThat(fault).contains("orders/PO-", "could not be put onto 127.0.0.1");
    exchange.sent(supplier);

    assertThat(content(supplier, newest(supplier))).endsWith("\r\n").contains(order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "sftp", "folder"})
  void aFileWhoseArrivalWasNotNotedIsLeftAsItIs(String supplier) throws IOException {
    Path orders = folder.resolve(supplier).resolve("orders");
    Path away = Files.move(orders, folder.resolve(supplier).resolve("away"));
    exchange.owed(supplier, "same");
    exchange.fault(supplier);
    Files.write(away.resolve(exchange.owedName(supplier)), exchange.owedContent(supplier));

    Files.move(away, orders);
    exchange.again(supplier);

    exchange.sent(supplier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "sftp", "folder"})
  void aFileOfTheSameNameWithAnotherContentIsForAPerson(String supplier) throws IOException {
    Path orders = folder.resolve(supplier).resolve("orders");
    Path away = Files.move(orders, folder.resolve(supplier).resolve("away"));
    exchange.owed(supplier, "other");
    assertThat(exchange.fault(supplier)).contains("there is no folder", "orders");
    String name = exchange.owedName(supplier);
    Files.writeString(away.resolve(name), "theirs");

    Files.move(away, orders);
    exchange.again(supplier);
    assertThat(exchange.fault(supplier)).contains(name, "already, with another content");
    assertThat(content(supplier, name)).isEqualTo("theirs");

    Files.delete(file(supplier, name));
    exchange.again(supplier);
    exchange.sent(supplier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "sftp", "folder"})
  void aFileThatCannotBeStoredStaysWhereItLies(String supplier) throws IOException {
    exchange.execute("alter table document rename to document_away");
    exchange.put(supplier, "STOCK-later.csv", "sku,quantity\nLATER,1\n");
    await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
    assertThat(exchange.names(supplier, "out")).contains("STOCK-later.csv");

    exchange.execute("alter table document_away rename to document");
    exchange.applied(supplier, "STOCK-later.csv");
  }

  @Test
  void aServerThatShowsAnotherKeyGetsNothingUntilItIsTheRightOneAgain() throws IOException {
    int before = exchange.names("sftp", "orders").size();
    String right = sftp.fingerprint();
    KeyPair key = sftp.show(FaultySftp.newKey());
    exchange.gather("sftp", "key");

    String fault = exchange.fault("sftp");
    String wrong = sftp.fingerprint();
    await().atMost(Duration.ofSeconds(20)).until(() -> !exchange.scene.rows(ALERTS).isEmpty());
    sftp.show(key);

    assertThat(fault).contains("127.0.0.1", "supplier sftp", right, wrong, "settings.hostKeys");
    assertThat(exchange.scene.rows(ALERTS)).singleElement().asString().contains(wrong);
    assertThat(exchange.names("sftp", "orders")).hasSize(before);

    exchange.again("sftp");
    exchange.sent("sftp");
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNothing() throws IOException {
    exchange.gather("stranger", "1");

    assertThat(exchange.fault("stranger")).contains("could not be put", "certification path");
    assertThat(exchange.names("stranger", "orders")).isEmpty();
    exchange.execute("update delivery set state = 'done' where account = 'stranger'");
  }

  @Test
  void aFileThatGrowsIsTakenWhenItIsStill() throws Exception {
    Path file = folder.resolve("keyed/out/STOCK-grows.csv");
    Files.writeString(file, "sku,quantity\n");
    for (int row = 0; row < 20; row++) {
      Files.writeString(file, "G" + row + ",1\n", StandardOpenOption.APPEND);
      await().pollDelay(Duration.ofMillis(100)).until(() -> true);
      assertThat(exchange.statuses("keyed", "STOCK-grows.csv")).isEmpty();
    }
    exchange.applied("keyed", "STOCK-grows.csv");
  }

  private static void unlessDebiansAreTried() {
    assumeFalse(
        DebianServer.areHere(),
        "skipped: DebianServersTest tries this against vsftpd and OpenSSH, which are here");
  }

  private static String newest(String supplier) {
    List<String> names = exchange.names(supplier, "orders");
    return names.get(names.size() - 1);
  }

  private static Path file(String supplier, String name) {
    return folder.resolve(supplier).resolve("orders").resolve(name);
  }

  private static String content(String supplier, String name) throws IOException {
    return Files.readString(file(supplier, name));
  }

  private static String configuration() {
    return """
    hub: {sweepMillis: 200, httpPort: 0}
    suppliers:
      ftp:
        connector: csv-ftp
        pollSeconds: 0.3
        settings: {host: 127.0.0.1, port: %d, user: shop, password: "s+cr&t%%", readLock: none}
      ftps:
        connector: csv-ftps
        pollSeconds: 0.3
        settings: {host: 127.0.0.1, port: %d, user: shop, password: "s+cr&t%%", readLock: none, certificateFile: north.pem}
      implicit:
        connector: csv-ftps
        pollSeconds: 0.3
        settings: {host: 127.0.0.1, port: %d, user: shop, password: "s+cr&t%%", readLock: none, certificateFile: north.pem, implicit: true}
      stranger:
        connector: csv-ftps
        pollSeconds: 10
        settings: {host: 127.0.0.1, port: %d, user: shop, password: "s+cr&t%%", readLock: none}
      sftp:
        connector: csv-sftp
        pollSeconds: 0.3
        settings: {host: 127.0.0.1, port: %d, user: shop, password: "s+cr&t%%", readLock: none, hostKeys: ["%s"], ordersFolder: sftp/orders, filesFolder: sftp/out}
      keyed:
        connector: csv-sftp
        pollSeconds: 0.3
        settings: {host: 127.0.0.1, port: %d, user: shop, privateKeyFile: key, hostKeys: ["%s"], ordersFolder: keyed/orders, filesFolder: keyed/out}
      folder:
        connector: csv-folder
        pollSeconds: 0.3
        settings: {folder: folder, readLock: none}
    """
        .formatted(
            ftp.port(),
            ftps.port(),
            implicit.port(),
            ftps.port(),
            sftp.port(),
            sftp.fingerprint(),
            sftp.port(),
            sftp.fingerprint());
  }
}
