package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.order.Place;
import io.serai.plan.Rules;
import io.serai.transport.Certificate;
import io.serai.transport.Faults;
import io.serai.transport.FaultyFtp;
import io.serai.transport.FaultySftp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same exchange by each transport, with routes, connectors and servers as they are. */
class TransportExchangeTest {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final String[] SUPPLIERS = {"ftp", "ftps", "implicit", "sftp", "keyed", "folder"};

  @TempDir static Path folder;
  private static final Faults FAULTS = new Faults();
  private static Scene scene;
  private static CamelContext context;
  private static FaultyFtp ftp;
  private static FaultyFtp ftps;
  private static FaultyFtp implicit;
  private static FaultySftp sftp;

  @BeforeAll
  static void start() throws Exception {
    for (String supplier : SUPPLIERS) {
      Files.createDirectories(home(supplier).resolve("orders"));
      Files.createDirectories(home(supplier).resolve("out"));
    }
    Certificate certificate = Certificate.in(folder, "north");
    KeyPair login = FaultySftp.newKey();
    ftp = new FaultyFtp(home("ftp"), Optional.empty(), false, FAULTS);
    ftps = new FaultyFtp(home("ftps"), Optional.of(certificate), false, FAULTS);
    implicit = new FaultyFtp(home("implicit"), Optional.of(certificate), true, FAULTS);
    sftp = new FaultySftp(folder, login.getPublic(), FAULTS);
    Files.writeString(folder.resolve("key"), pem(login));
    scene =
        new Scene(
            Rules.DEFAULT,
            Arrays.stream(SUPPLIERS)
                .map(id -> Scene.supplier(id, 1, "1"))
                .toArray(io.serai.supplier.Supplier[]::new));
    context = run(Files.writeString(folder.resolve("serai.yaml"), configuration()));
  }

  @AfterAll
  static void stop() throws Exception {
    context.close();
    assertThat(scene.broken()).isEmpty();
    scene.close();
    ftp.close();
    ftps.close();
    implicit.close();
    sftp.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "ftps", "implicit", "sftp", "keyed", "folder"})
  void anOrderGoesOutAndItsAnswersComeBack(String supplier) throws IOException {
    String order = exchange(supplier, "1");

    assertThat(scene.places(order)).isEqualTo(Map.of("1", Map.of(Place.SHIPPED, 2)));
  }

  private static String exchange(String supplier, String number) throws IOException {
    String sku = supplier.toUpperCase() + "-" + number;
    String order = sku + "-ORDER";
    put(supplier, "STOCK-" + number + ".csv", "sku,quantity\n" + sku + ",9\n");
    applied(supplier, "STOCK-" + number + ".csv");
    scene.order(order, sku + ",2");
    scene.bean(SupplierDesk.class, "suppliers").gather(supplier);
    String po = scene.purchaseOrder(order);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(names(home(supplier).resolve("orders")))
                    .isNotEmpty()
                    .noneMatch(name -> name.startsWith(".")));
    put(
        supplier,
        "ACK-" + number + " über & 100%+1.csv",
        "po_number,line,sku,quantity,status\n" + po + ",1," + sku + ",2,accepted\n");
    put(
        supplier,
        "ASN-" + number + ".csv",
        "po_number,line,sku,quantity,carrier,tracking_number,shipped_at,package\n"
            + po
            + ",1,"
            + sku
            + ",2,UPS,1Z"
            + order
            + ",2026-11-24T10:00:00Z,P\n");
    applied(supplier, "ASN-" + number + ".csv");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(names(home(supplier).resolve("out/done")))
                    .contains(
                        "STOCK-" + number + ".csv",
                        "ACK-" + number + " über & 100%+1.csv",
                        "ASN-" + number + ".csv"));
    return order;
  }

  private static CamelContext run(Path file) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (String name :
        List.of(
            "00-when-things-fail",
            "40-purchase-orders-send",
            "50-supplier-files-receive",
            "60-supplier-files-apply")) {
      Files.copy(HOME.resolve("routes").resolve(name + ".yaml"), routes.resolve(name + ".yaml"));
    }
    return new Routes(
            Configuration.load(file, HOME, Map.of()),
            ConnectorCatalog.scan(HOME.resolve("connectors")),
            HOME.resolve("connectors"),
            routes)
        .start(scene.beans());
  }

  private static String configuration() {
    return """
    hub: {sweepMillis: 200}
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
      sftp:
        connector: csv-sftp
        pollSeconds: 0.3
        settings: {host: 127.0.0.1, port: %d, user: shop, password: "s+cr&t%%", readLock: none, hostKeys: ["%s"], ordersFolder: sftp/orders, filesFolder: sftp/out}
      keyed:
        connector: csv-sftp
        pollSeconds: 0.3
        settings: {host: 127.0.0.1, port: %d, user: shop, privateKeyFile: key, readLock: changed, hostKeys: ["%s"], ordersFolder: keyed/orders, filesFolder: keyed/out}
      folder:
        connector: csv-folder
        pollSeconds: 0.3
        settings: {folder: folder, readLock: none}
    """
        .formatted(
            ftp.port(),
            ftps.port(),
            implicit.port(),
            sftp.port(),
            sftp.fingerprint(),
            sftp.port(),
            sftp.fingerprint());
  }

  private static String pem(KeyPair key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static Path home(String supplier) {
    return folder.resolve(supplier);
  }

  private static void put(String supplier, String name, String content) throws IOException {
    Path out = home(supplier).resolve("out");
    Path part = Files.writeString(out.resolve("." + name), content, StandardOpenOption.CREATE);
    Files.move(part, out.resolve(name));
  }

  private static List<String> names(Path of) {
    try (Stream<Path> files = Files.list(of)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void applied(String supplier, String name) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(statuses(supplier, name)).containsExactly("applied"));
  }

  private static List<String> statuses(String supplier, String name) {
    return scene.database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "select status from document where account = :account and name = :name")
                .bind("account", supplier)
                .bind("name", name)
                .mapTo(String.class)
                .list());
  }
}
