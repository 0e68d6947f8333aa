package io.serai.hub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.TestDatabase;
import io.serai.backorder.DeadlinePolicy;
import io.serai.balance.Balance;
import io.serai.channel.ChannelTerms;
import io.serai.channel.Sharing;
import io.serai.config.ConnectorCatalog;
import io.serai.database.Database;
import io.serai.delivery.Delivery;
import io.serai.document.Arrival;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.csv.CsvFormat;
import io.serai.intake.Submission;
import io.serai.mapping.Json;
import io.serai.order.Address;
import io.serai.order.Customer;
import io.serai.order.IncomingOrder;
import io.serai.order.Place;
import io.serai.order.Shop;
import io.serai.order.Substitutes;
import io.serai.plan.Rules;
import io.serai.supplier.Supplier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A hub without routes, on a real database and a clock that the test moves: the test does what the
 * routes would.
 */
final class Scene implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  static final Sharing SHARED =
      new Sharing(Sharing.Split.SHARED, 0, List.of(channel("dtc", 0), channel("vip", 5)));

  final Time clock = new Time();
  final Database database;
  private final DocumentStore documentStore = new DocumentStore(clock);
  private Merchant merchant;
  private Map<String, Object> beans;
  private final AtomicInteger files = new AtomicInteger();

  /** A scene with suppliers north (lead 1 day, fee 3) and south (lead 2 days, fee 2). */
  static Scene usual() {
    return new Scene(Rules.DEFAULT, supplier("north", 1, "3"), supplier("south", 2, "2"));
  }

  Scene(Rules rules, Supplier... suppliers) {
    this(rules, Substitutes.NONE, suppliers);
  }

  /** A scene in which SKUs may stand for others. */
  Scene(Rules rules, Substitutes substitutes, Supplier... suppliers) {
    this(
        rules, DeadlinePolicy.from(null, ZoneOffset.UTC), substitutes, Map.of(), SHARED, suppliers);
  }

  /** A scene in which those who wait have dates of their own. */
  Scene(Rules rules, DeadlinePolicy deadlines, Supplier... suppliers) {
    this(rules, deadlines, Substitutes.NONE, Map.of(), SHARED, suppliers);
  }

  /** A scene with limits of the age of stock, and a way of dividing it over dtc and vip. */
  Scene(Rules rules, Map<String, Duration> stockMaxAge, Sharing sharing, Supplier... suppliers) {
    this(
        rules,
        DeadlinePolicy.from(null, ZoneOffset.UTC),
        Substitutes.NONE,
        stockMaxAge,
        sharing,
        suppliers);
  }

  private Scene(
      Rules rules,
      DeadlinePolicy deadlines,
      Substitutes substitutes,
      Map<String, Duration> stockMaxAge,
      Sharing sharing,
      Supplier... suppliers) {
    database = TestDatabase.fresh();
    Map<String, Supplier> byId = new LinkedHashMap<>();
    Map<String, DocumentFormat> formats = new LinkedHashMap<>();
    for (Supplier supplier : suppliers) {
      byId.put(supplier.id(), supplier);
      formats.put(
          supplier.id(),
          new CsvFormat(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("cancellations", supplier.answering().takesCancellations()),
              supplier::skuOf));
    }
    merchant =
        new Merchant(
            "test",
            rules,
            JsonNodeFactory.instance.objectNode(),
            byId,
            formats,
            Map.of(
                "dtc",
                new Shop("dtc", 0, Map.of("gold", 9), "Shop", true),
                "vip",
                new Shop("vip", 5, "Vip", true)),
            List.of("mail"),
            CustomerCare.NONE,
            Optional.of("ops@example.com"),
            deadlines.zone(),
            substitutes,
            deadlines,
            stockMaxAge,
            sharing,
            Duration.ofMinutes(30),
            Path.of("no-templates"),
            WebhookTerms.REHEARSAL,
            RestTerms.REHEARSAL);
    restart();
  }

  private Scene(Merchant merchant, Database database) {
    this.merchant = merchant;
    this.database = database;
    restart();
  }

  /** The same hub on another database. */
  Scene movedTo(Database other) {
    return new Scene(merchant, other);
  }

  /**
   * The same hub, with substitutes, another care for its customers, and its channel dtc as given.
   */
  Scene caring(Substitutes substitutes, CustomerCare care, Shop shop) {
    merchant =
        new Merchant(
            merchant.hub(),
            merchant.rules(),
            merchant.writtenRules(),
            merchant.suppliers(),
            merchant.formats(),
            Map.of("dtc", shop),
            merchant.mailNotifiers(),
            care,
            merchant.alertsTo(),
            merchant.zone(),
            substitutes,
            merchant.deadlines(),
            merchant.stockMaxAge(),
            merchant.sharing(),
            merchant.releaseWindow(),
            merchant.templates(),
            merchant.webhooks(),
            merchant.api());
    return restart();
  }

  /** The same hub, whose supplier writes its documents in another format. */
  Scene speaking(String supplier, DocumentFormat format) {
    merchant.formats().put(supplier, format);
    return restart();
  }

  /** The same hub, with channels that are declared. */
  Scene restart(ApiDesk apis) {
    beans =
        Parts.beans(merchant, database, clock, ConnectorCatalog.scan(Path.of("connectors")), apis);
    return this;
  }

  /** The hub is stopped and started again: nothing but the database is left of it. */
  final Scene restart() {
    beans = Parts.beans(merchant, database, clock, ConnectorCatalog.scan(Path.of("connectors")));
    return this;
  }

  static ChannelTerms channel(String id, int priority) {
    return new ChannelTerms(id, priority, OptionalInt.empty(), 0, OptionalInt.empty(), 0, 3);
  }

  static Supplier supplier(String id, int leadDays, String fee) {
    return supplier(id, leadDays, fee, "");
  }

  static Supplier supplier(String id, int leadDays, String fee, String currency) {
    return new Supplier(id, true, 0, leadDays, new BigDecimal(fee), currency, Set.of(), "");
  }

  /** Applies a stock file of a supplier: {@code stock("north", "A,5", "B,0,,,2026-12-01,10")}. */
  Scene stock(String supplier, String... rows) {
    List<String> padded = new ArrayList<>();
    for (String row : rows) {
      padded.add(row + ",".repeat(5 - (int) row.chars().filter(c -> c == ',').count()));
    }
    file(
        supplier,
        "STOCK-%d.csv",
        "sku,quantity,unit_cost,lead_days,restock_date,restock_quantity",
        padded);
    return this;
  }

  Scene acknowledge(String supplier, String... rows) {
    file(
        supplier,
        "ACK-%d.csv",
        "po_number,line,sku,quantity,status,restock_date,reason",
        List.of(rows));
    return this;
  }

  /** Bills: {@code bill("north", "INV-1,2026-12-01,PO1000001,1,A,3,4.10,USD")}. */
  Scene bill(String supplier, String... rows) {
    List<String> padded = new ArrayList<>();
    for (String row : rows) {
      padded.add(row + ",".repeat(10 - (int) row.chars().filter(c -> c == ',').count()));
    }
    file(
        supplier,
        "INV-%d.csv",
        "invoice_number,invoice_date,po_number,line,sku,quantity,unit_price,currency,charges,type,total",
        padded);
    return this;
  }

  Scene notice(String supplier, String... rows) {
    file(
        supplier,
        "ASN-%d.csv",
        "po_number,line,sku,quantity,carrier,tracking_number,shipped_at,package",
        List.of(rows));
    return this;
  }

  /** Takes an order in: {@code order("1001", "A,3", "B,1")}. */
  Scene order(String number, String... lines) {
    return orderOf("dtc", number, lines);
  }

  /** Takes in an order for one unit of A, of a customer with this mail address. */
  Scene orderBy(String email, String number) {
    return orderOfCustomer(new Customer("Ann", email, "", "en"), number, "A,1");
  }

  /** Takes in an order of a customer of a class. */
  Scene orderOfClass(String name, String number, String... lines) {
    return orderOfCustomer(
        new Customer("Ann", "ann@example.com", "", "en", List.of(name)), number, lines);
  }

  Scene orderOfCustomer(Customer customer, String number, String... lines) {
    accept(boughtBy(customer, incoming("dtc", number, "1", false, lines(number, lines)), "USD"));
    return this;
  }

  /** The same order, bought by another customer and in another currency. */
  static IncomingOrder boughtBy(Customer customer, IncomingOrder like, String currency) {
    return new IncomingOrder(
        like.channel(),
        like.number(),
        like.externalId(),
        like.revision(),
        like.placedAt(),
        currency,
        like.cancelled(),
        customer,
        like.shipTo(),
        like.lines());
  }

  Scene orderOf(String channel, String number, String... lines) {
    accept(incoming(channel, number, "1", false, lines(number, lines)));
    return this;
  }

  /** Takes in as many orders at once, numbered from 0 behind the prefix. */
  Scene orders(String prefix, int count, String... lines) {
    List<IncomingOrder> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      orders.add(
          incoming("dtc", "%s%05d".formatted(prefix, i), "1", false, lines(prefix + i, lines)));
    }
    return sales(orders);
  }

  /** An order of one line. */
  static IncomingOrder sale(String channel, String number, String sku, int units) {
    return incoming(channel, number, "1", false, lines(number, sku + "," + units));
  }

  /** Takes orders in together. */
  Scene sales(List<IncomingOrder> orders) {
    Map<String, Long> documents = arrive(orders);
    bean(OrderDesk.class, "orders")
        .accept(
            orders.stream()
                .map(order -> new Submission(documents.get(order.number()), order))
                .toList());
    return this;
  }

  private static List<IncomingOrder.Line> lines(String number, String... lines) {
    List<IncomingOrder.Line> wanted = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(",");
      String id = Integer.toString(wanted.size() + 1);
      wanted.add(
          new IncomingOrder.Line(
              id,
              "gid-" + number + "-" + id,
              parts[0],
              "Title of " + parts[0],
              Integer.parseInt(parts[1]),
              BigDecimal.TEN));
    }
    return wanted;
  }

  /** The channel says that it has cancelled an order. */
  Scene cancelled(String number) {
    accept(
        incoming(
            "dtc",
            number,
            "2",
            true,
            List.of(new IncomingOrder.Line("1", "x", "A", "", 1, BigDecimal.ONE))));
    return this;
  }

  void accept(IncomingOrder order) {
    String key =
        "order:"
            + order.channel()
            + ":"
            + order.number()
            + ":"
            + order.revision()
            + ":"
            + System.nanoTime();
    database.useTransaction(
        handle ->
            documentStore.receive(
                handle, new Arrival("order", order.channel(), key, order.number(), new byte[0])));
    Document document =
        bean(DocumentDesk.class, "documents").orders(order.channel()).stream()
            .filter(waiting -> waiting.name().equals(order.number()))
            .findFirst()
            .orElseThrow();
    bean(OrderDesk.class, "orders").accept(List.of(new Submission(document.id(), order)));
  }

  // Brings the documents of orders in; their ids, by the number of the order.
  private Map<String, Long> arrive(List<IncomingOrder> orders) {
    Map<String, Long> ids = new TreeMap<>();
    database.useTransaction(
        handle -> {
          for (IncomingOrder order : orders) {
            String key = "order:" + order.channel() + ":" + order.number();
            documentStore.receive(
                handle, new Arrival("order", order.channel(), key, order.number(), new byte[0]));
          }
          handle
              .createQuery(
                  "select name, id from document where kind = 'order' and name = any(:names)")
              .bind("names", orders.stream().map(IncomingOrder::number).toArray(String[]::new))
              .map((row, context) -> ids.put(row.getString("name"), row.getLong("id")))
              .list();
        });
    return ids;
  }

  static IncomingOrder incoming(
      String channel,
      String number,
      String revision,
      boolean cancelled,
      List<IncomingOrder.Line> lines) {
    return new IncomingOrder(
        channel,
        number,
        "gid-" + number,
        revision,
        START,
        "USD",
        cancelled,
        new Customer("Ann", "ann@example.com", "", "en"),
        new Address("Ann", "", "Street 1", "", "Town", "", "12345", "US", ""),
        lines);
  }

  /** Writes and sends all purchase orders that are due. */
  Scene sendPurchaseOrders() {
    SupplierDesk suppliers = bean(SupplierDesk.class, "suppliers");
    suppliers.planTogether();
    for (String supplier : suppliers.due()) {
      suppliers.gather(supplier);
      deliver("purchase-order", supplier);
    }
    return this;
  }

  /** Asks suppliers not to ship what was recalled, and returns what the files say. */
  List<String> sendRecalls() {
    AnswerDesk answers = bean(AnswerDesk.class, "answers");
    List<String> files = new ArrayList<>();
    for (String supplier : answers.due()) {
      answers.gather(supplier);
      deliver("cancellation-request", supplier)
          .forEach(file -> files.add(text(file.documentId().orElseThrow())));
    }
    return files;
  }

  private String text(long document) {
    return one("select convert_from(content, 'UTF8') from document where id = " + document);
  }

  /**
   * Takes back what suppliers have not answered in time, after a look into their folders, which
   * hold nothing; and warns of what they were asked.
   */
  Scene keepAnswers() {
    AnswerDesk answers = bean(AnswerDesk.class, "answers");
    rows("select distinct supplier from shipment").forEach(row -> answers.nothingMore(row.get(0)));
    return keepAnswersUnlooked();
  }

  /** The same while the suppliers' folders cannot be looked into. */
  Scene keepAnswersUnlooked() {
    AnswerDesk answers = bean(AnswerDesk.class, "answers");
    answers.takeBackUnanswered();
    answers.warnOfUnanswered();
    return this;
  }

  /** The kinds of the alerts that were raised, in their order. */
  List<String> alerts() {
    return rows("select kind from alert order by id").stream().map(row -> row.get(0)).toList();
  }

  /** Marks all deliveries of a kind as had, and returns them. */
  List<Delivery> deliver(String kind, String account) {
    DeliveryDesk deliveries = bean(DeliveryDesk.class, "deliveries");
    List<Delivery> taken = deliveries.take(kind, account);
    taken.forEach(delivery -> deliveries.done(delivery, ""));
    return taken;
  }

  /** The messages of a template that are owed or had by a medium, oldest first. */
  List<Delivery> owed(String medium, String template) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select * from delivery where kind = :kind and payload ->> 'template' = :template order by id""")
                .bind("kind", medium)
                .bind("template", template)
                .map(
                    (row, context) ->
                        new Delivery(
                            row.getLong("id"),
                            row.getString("kind"),
                            row.getString("account"),
                            row.getString("key"),
                            Optional.of(row.getLong("order_id")),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Json.read(row.getString("payload")),
                            row.getInt("attempts")))
                .list());
  }

  /** Serves the queues of all that has risen, takes back what cannot be kept, and ends holds. */
  Scene release() {
    BackorderDesk backorders = bean(BackorderDesk.class, "backorders");
    backorders.settleShortfalls();
    backorders.endHolds();
    for (List<String> risen = backorders.restocked();
        !risen.isEmpty();
        risen = backorders.restocked()) {
      risen.forEach(backorders::release);
    }
    return this;
  }

  Scene keepDeadlines() {
    BackorderDesk backorders = bean(BackorderDesk.class, "backorders");
    backorders.estimate();
    backorders.tellDelays();
    backorders.cancelOverdue();
    backorders.warnOfCancellations();
    return this;
  }

  Scene pass(Duration time) {
    clock.pass(time);
    return this;
  }

  /** Where the units of an order stand, by line: {@code {1: {PLANNED: 3}}}. */
  Map<String, Map<Place, Integer>> places(String number) {
    Map<String, Map<Place, Integer>> places = new TreeMap<>();
    database.useTransaction(
        handle ->
            handle
                .createQuery(
                    "select l.* from order_line l join customer_order o on o.id = l.order_id where o.number = :number")
                .bind("number", number)
                .map(
                    (row, context) -> {
                      Map<Place, Integer> units = new TreeMap<>();
                      for (Place place : Place.values()) {
                        int count = row.getInt(place.name().toLowerCase(java.util.Locale.ROOT));
                        if (count > 0) {
                          units.put(place, count);
                        }
                      }
                      return places.put(row.getString("line"), units);
                    })
                .list());
    return places;
  }

  /**
   * The supplier of each purchase order of an order that is not closed, by purchase order number.
   */
  Map<String, String> purchaseOrders(String number) {
    Map<String, String> found = new TreeMap<>();
    rows("select po_number, supplier from shipment s join customer_order o on o.id = s.order_id where o.number = '"
            + number
            + "' and s.state <> 'closed'")
        .forEach(row -> found.put(row.get(0), row.get(1)));
    return found;
  }

  String purchaseOrder(String number) {
    return purchaseOrders(number).keySet().iterator().next();
  }

  List<List<String>> rows(String query) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(query)
                .map(
                    (row, context) -> {
                      List<String> values = new ArrayList<>();
                      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.add(row.getString(i));
                      }
                      return values;
                    })
                .list());
  }

  String one(String query) {
    return rows(query).get(0).get(0);
  }

  /** What is wrong with each document that is put before a person, the oldest first. */
  List<String> quarantined() {
    return rows("select fault from document where status = 'quarantined' order by id").stream()
        .map(row -> row.get(0))
        .toList();
  }

  List<String> broken() {
    return database.inTransaction(Balance::check);
  }

  /** What the hub is configured to be. */
  Merchant merchant() {
    return merchant;
  }

  /** The beans that routes call, by name. */
  Map<String, Object> beans() {
    return beans;
  }

  <T> T bean(Class<T> type, String name) {
    return type.cast(beans.get(name));
  }

  @Override
  public void close() {
    database.close();
  }

  void file(String supplier, String name, String header, List<String> rows) {
    String content = header + "\n" + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n");
    rawFile(supplier, name.formatted(files.incrementAndGet()), content);
  }

  /** Brings a file in as the routes do: stored, read, applied, or quarantined. */
  void rawFile(String supplier, String name, String content) {
    DocumentDesk documents = bean(DocumentDesk.class, "documents");
    receive(documents, supplier, name, content.getBytes(StandardCharsets.UTF_8));
    applyFiles(supplier);
  }

  /** Opens and applies all files of a supplier that wait, as the routes do. */
  void applyFiles(String supplier) {
    DocumentDesk documents = bean(DocumentDesk.class, "documents");
    SupplierDesk suppliers = bean(SupplierDesk.class, "suppliers");
    for (Document file : documents.interchanges(supplier)) {
      try {
        bean(InterchangeDesk.class, "interchanges").open(file);
      } catch (RuntimeException failure) {
        try {
          documents.failed(file, failure);
        } catch (Exception waits) {
          return;
        }
      }
    }
    for (Document file : documents.files(supplier)) {
      try {
        apply(suppliers, file, suppliers.read(file));
      } catch (RuntimeException failure) {
        try {
          documents.failed(file, failure);
        } catch (Exception waits) {
          return;
        }
      }
    }
  }

  private static void apply(SupplierDesk suppliers, Document file, SupplierFile read) {
    if (read instanceof SupplierFile.Acknowledgment acknowledgment) {
      suppliers.applyAcknowledgment(file, acknowledgment);
    } else if (read instanceof SupplierFile.ShipNotice notice) {
      suppliers.applyShipNotice(file, notice);
    } else if (read instanceof SupplierFile.Invoices invoices) {
      suppliers.applyInvoices(file, invoices);
    } else if (read instanceof SupplierFile.StatusReport report) {
      suppliers.applyStatusReport(file, report);
    } else {
      suppliers.applyStockAdvice(file);
    }
  }

  /** Applies what a document of another format says, as if it had come in a file. */
  Scene says(String supplier, SupplierFile said) {
    DocumentDesk documents = bean(DocumentDesk.class, "documents");
    String name = "SAID-" + files.incrementAndGet();
    receive(documents, supplier, name, name.getBytes(StandardCharsets.UTF_8));
    documents
        .files(supplier)
        .forEach(file -> apply(bean(SupplierDesk.class, "suppliers"), file, said));
    return this;
  }

  private static void receive(
      DocumentDesk documents, String supplier, String name, byte[] content) {
    try {
      documents.receiveFile(supplier, name, new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clock that stands still until it is moved, or let run. */
  static final class Time extends Clock {
    private volatile Instant now = START;
    private Duration step = Duration.ZERO;

    @Override
    public synchronized Instant instant() {
      now = now.plus(step);
      return now;
    }

    /** From now on it moves a little whenever it is looked at, as a real clock does. */
    void run() {
      step = Duration.ofNanos(1000);
    }

    private synchronized void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
