package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.plan.Rules;
import io.serai.supplier.Supplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * A hub with the routes that exchange files, and suppliers whose homes are folders: what a supplier
 * does by hand, and what then is to be seen.
 */
final class FileExchange implements AutoCloseable {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Scene scene;
  private final Path folder;
  private final CamelContext context;

  /**
   * @param folder has a home for each supplier, by its id
   * @param configuration of the suppliers, as it stands in {@code serai.yaml}
   */
  FileExchange(Path folder, List<String> suppliers, String configuration) throws IOException {
    this.folder = folder;
    this.scene =
        new Scene(
            Rules.DEFAULT,
            suppliers.stream().map(id -> Scene.supplier(id, 1, "1")).toArray(Supplier[]::new));
    this.context = run(Files.writeString(folder.resolve("serai.yaml"), configuration));
  }

  /** Makes the folders of a supplier, and returns its home. */
  static Path home(Path folder, String supplier) throws IOException {
    Files.createDirectories(folder.resolve(supplier).resolve("orders"));
    Files.createDirectories(folder.resolve(supplier).resolve("out"));
    return folder.resolve(supplier);
  }

  /** An order goes out, and its answers come back; returns the order's number. */
  String whole(String supplier, String number) throws IOException {
    String order = owed(supplier, number);
    sent(supplier);
    answer(supplier, number, order);
    return order;
  }

  /** An order of a new SKU whose purchase order is about to be sent; returns its number. */
  String owed(String supplier, String number) throws IOException {
    String sku = sku(supplier, number);
    put(supplier, "STOCK-" + number + ".csv", "sku,quantity\n" + sku + ",9\n");
    applied(supplier, "STOCK-" + number + ".csv");
    order(supplier, sku);
    return sku + "-ORDER";
  }

  /** The same for a supplier that no file can be fetched from. */
  void gather(String supplier, String number) {
    String sku = sku(supplier, number);
    scene.stock(supplier, sku + ",9");
    order(supplier, sku);
  }

  private void order(String supplier, String sku) {
    scene.order(sku + "-ORDER", sku + ",2");
    scene.bean(SupplierDesk.class, "suppliers").gather(supplier);
  }

  /** The name of the file that is owed to the supplier. */
  String owedName(String supplier) {
    return scene.one(
        "select payload ->> 'fileName' from delivery where state <> 'done' and account = '"
            + supplier
            + "'");
  }

  /** What is in the file that is owed to the supplier. */
  byte[] owedContent(String supplier) {
    return scene.database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select content from document where id =
                      (select document_id from delivery where state <> 'done' and account = :of)""")
                .bind("of", supplier)
                .mapTo(byte[].class)
                .one());
  }

  /** Waits until all that is owed to the supplier has been sent. */
  void sent(String supplier) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(owed(supplier)).isZero());
    assertThat(names(supplier, "orders")).isNotEmpty().allMatch(name -> name.startsWith("PO-"));
  }

  /** Waits until an attempt to send has failed, and returns why. */
  String fault(String supplier) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(scene.rows(faults(supplier))).isNotEmpty().doesNotContain(List.of("")));
    return scene.rows(faults(supplier)).get(0).get(0);
  }

  private void answer(String supplier, String number, String order) throws IOException {
    String sku = sku(supplier, number);
    String po = scene.purchaseOrder(order);
    String acknowledgment = "ACK-" + number + " über & 100%+1.csv";
    put(
        supplier,
        acknowledgment,
        "po_number,line,sku,quantity,status\n" + po + ",1," + sku + ",2,accepted\n");
    put(
        supplier,
        "ASN-" + number + ".csv",
        "po_number,line,sku,quantity,carrier,tracking_number,shipped_at,package\n"
            + (po + ",1," + sku + ",2,UPS,1Z" + order + ",2026-11-24T10:00:00Z,P\n"));
    applied(supplier, "ASN-" + number + ".csv");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(names(supplier, "out/done"))
                    .contains(
                        "STOCK-" + number + ".csv", acknowledgment, "ASN-" + number + ".csv"));
  }

  private static String sku(String supplier, String number) {
    return supplier.toUpperCase(Locale.ROOT) + "-" + number;
  }

  /** The supplier puts a file down, whole at once. */
  void put(String supplier, String name, String content) throws IOException {
    Path out = folder.resolve(supplier).resolve("out");
    Files.move(Files.writeString(out.resolve("." + name), content), out.resolve(name));
  }

  /** Waits until a file has been stored, once, and applied. */
  void applied(String supplier, String name) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(statuses(supplier, name)).containsExactly("applied"));
  }

  /** What has become of the files that have come under a name. */
  List<String> statuses(String supplier, String name) {
    return scene.database.inTransaction(
        handle ->
            handle
                .createQuery("select status from document where account = :of and name = :name")
                .bind("of", supplier)
                .bind("name", name)
                .mapTo(String.class)
                .list());
  }

  /** The names of the files in a folder of the supplier. */
  List<String> names(String supplier, String in) {
    try (Stream<Path> files = Files.list(folder.resolve(supplier).resolve(in))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is owed to the supplier is tried again now. */
  void again(String supplier) {
    execute(
        "update delivery set state = 'owed', due_at = now(), fault = null where state <> 'done' and account = '"
            + supplier
            + "'");
  }

  void execute(String statement) {
    scene.database.useTransaction(handle -> handle.execute(statement));
  }

  @Override
  public void close() throws Exception {
    context.close();
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  private int owed(String supplier) {
    return Integer.parseInt(
        scene.one(
            "select count(*) from delivery where state <> 'done' and account = '"
                + supplier
                + "'"));
  }

  private static String faults(String supplier) {
    return "select coalesce(fault, '') from delivery where state <> 'done' and account = '"
        + supplier
        + "'";
  }

  private CamelContext run(Path file) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (String name :
        List.of(
            "00-when-things-fail",
            "40-supplier-files-send",
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
}
