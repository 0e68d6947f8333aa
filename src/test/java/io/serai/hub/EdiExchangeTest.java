package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.OrderChange;
import io.serai.order.Place;
import io.serai.plan.Rules;
import io.serai.transport.Faults;
import io.serai.transport.FaultySftp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole exchange with suppliers that speak X12 and EDIFACT, over a real SFTP server: routes,
 * connectors and configuration as they are.
 */
class EdiExchangeTest {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static FaultySftp sftp;
  private static Scene scene;
  private static CamelContext context;

  @BeforeAll
  static void start() throws Exception {
    FileExchange.home(folder, "x12");
    FileExchange.home(folder, "edifact");
    KeyPair login = FaultySftp.newKey();
    FaultySftp.write(login, folder.resolve("key"));
    sftp = new FaultySftp(folder, login.getPublic(), new Faults());
    Configuration configuration =
        Configuration.load(
            Files.writeString(folder.resolve("serai.yaml"), configuration()), HOME, Map.of());
    scene =
        new Scene(Rules.DEFAULT, Scene.supplier("x12", 1, "1"), Scene.supplier("edifact", 1, "1"));
    Merchant.of(configuration, Path.of("no-templates")).formats().forEach(scene::speaking);
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (String name :
        List.of(
            "00-when-things-fail",
            "40-supplier-files-send",
            "45-answers-keep",
            "50-supplier-files-receive",
            "55-interchanges-open",
            "58-interchanges-warn",
            "60-supplier-files-apply")) {
      Files.copy(HOME.resolve("routes").resolve(name + ".yaml"), routes.resolve(name + ".yaml"));
    }
    context =
        new Routes(
                configuration,
                ConnectorCatalog.scan(HOME.resolve("connectors")),
                HOME.resolve("connectors"),
                routes)
            .start(scene.beans());
  }

  @AfterAll
  static void stop() throws Exception {
    context.close();
    sftp.close();
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x12", "edifact"})
  void theWholeStoryIsExchangedAndAcknowledgedBothWays(String supplier) throws IOException {
    Trade trade = new Trade(supplier);
    String sku = supplier.toUpperCase(Locale.ROOT);
    put(supplier, "stock", trade.stock(sku + ",9"));
    await()
        .atMost(PATIENCE)
        .until(() -> !scene.rows("select 1 from offer where sku = '" + sku + "'").isEmpty());

    scene.order(sku + "-1", sku + ",2").order(sku + "-2", sku + ",1");
    scene.bean(SupplierDesk.class, "suppliers").gather(supplier);
    String file = content(supplier, "PO-");
    assertThat(trade.orders(file)).hasSize(2);
    put(supplier, "fa", trade.write(trade.acknowledges(file, List.of())));
    String po = scene.purchaseOrder(sku + "-1");
    String other = scene.purchaseOrder(sku + "-2");
    String accepted = supplier.equals("x12") ? "IA" : "5";
    put(
        supplier,
        "answers",
        trade.write(
            trade.answer(po, "1," + sku + ",2," + accepted),
            trade.answer(other, "1," + sku + ",1," + accepted)));
    shows(sku + "-2", Place.ACKNOWLEDGED, 1);
    put(supplier, "asn", trade.write(trade.notice(po, "1Z" + sku, "1," + sku + ",2")));
    shows(sku + "-1", Place.SHIPPED, 2);

    scene.cancelled(sku + "-2");
    await().atMost(PATIENCE).until(() -> !names(supplier, "POC-").isEmpty());
    assertThat(trade.read(content(supplier, "POC-")).documents)
        .singleElement()
        .isInstanceOfSatisfying(
            OrderChange.class, change -> assertThat(change.poNumber()).isEqualTo(other));

    await().atMost(PATIENCE).until(() -> names(supplier, "FA-").size() == 3);
    for (String name : names(supplier, "FA-")) {
      assertThat(trade.read(read(supplier, name)).documents)
          .singleElement()
          .isInstanceOfSatisfying(
              FunctionalAcknowledgment.class,
              said -> assertThat(said.status()).isEqualTo("accepted"));
    }
    assertThat(
            scene.rows(
                "select fault from document where status = 'quarantined' and account = '"
                    + supplier
                    + "'"))
        .isEmpty();
    assertThat(
            scene.one(
                "select outcome from sent_interchange where type in ('850', 'ORDERS') and supplier = '"
                    + supplier
                    + "'"))
        .isEqualTo("accepted");
  }

  private static void shows(String order, Place place, int units) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(scene.places(order)).isEqualTo(Map.of("1", Map.of(place, units))));
  }

  private static void put(String supplier, String name, String content) throws IOException {
    Path out = folder.resolve(supplier).resolve("out");
    Files.writeString(out.resolve("." + name), content, StandardCharsets.ISO_8859_1);
    Files.move(out.resolve("." + name), out.resolve(name));
  }

  private static String content(String supplier, String start) {
    await().atMost(PATIENCE).until(() -> !names(supplier, start).isEmpty());
    return read(supplier, names(supplier, start).get(0));
  }

  private static String read(String supplier, String name) {
    try {
      return Files.readString(
          folder.resolve(supplier).resolve("orders").resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(String supplier, String start) {
    try (Stream<Path> files = Files.list(folder.resolve(supplier).resolve("orders"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(start))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String configuration() {
    String account =
        """
          %1$s:
            connector: %1$s-sftp
            pollSeconds: 0.3
            settings:
              {host: 127.0.0.1, port: %2$d, user: shop, privateKeyFile: key, hostKeys: ["%3$s"], readLock: none,
              ordersFolder: %1$s/orders, filesFolder: %1$s/out,
              own: {qualifier: ZZ, id: MYSHOP}, partner: {qualifier: ZZ, id: NORTH}}
        """;
    return "hub: {sweepMillis: 100, httpPort: 0}\nsuppliers:\n"
        + account.formatted("x12", sftp.port(), sftp.fingerprint())
        + account.formatted("edifact", sftp.port(), sftp.fingerprint());
  }
}
