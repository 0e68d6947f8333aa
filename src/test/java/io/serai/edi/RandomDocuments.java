package io.serai.edi;

import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.Charge;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.ElementError;
import io.serai.edi.document.FunctionalAcknowledgment.SegmentError;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderChange;
import io.serai.edi.document.OrderChangeAnswer;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.OrderStatus;
import io.serai.edi.document.Party;
import io.serai.edi.document.Product;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.document.Reference;
import io.serai.edi.document.Scheduled;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import io.serai.order.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Documents of every kind, by a seed. */
final class RandomDocuments {
  private final Random random;
  private final Standard standard;
  private final String special;

  RandomDocuments(long seed, Standard standard) {
    this.random = new Random(seed);
    this.standard = standard;
    // What has to be released in EDIFACT. X12 has no way to write its delimiters.
    this.special = standard == Standard.EDIFACT ? "+:'?*~ \u00e9" : "+:'?. #";
  }

  EdiDocument of(DocumentKind kind) {
    return switch (kind) {
      case PURCHASE_ORDER -> order();
      case ACKNOWLEDGMENT -> acknowledgment();
      case SHIP_NOTICE -> notice();
      case INVOICE -> invoice();
      case ORDER_CHANGE -> change();
      case ORDER_CHANGE_ANSWER -> changeAnswer();
      case ORDER_STATUS -> status();
      case FUNCTIONAL_ACKNOWLEDGMENT -> functional();
      case STOCK_ADVICE -> stock();
      case IMPLEMENTATION_ACKNOWLEDGMENT -> throw new IllegalArgumentException("we write no 999");
    };
  }

  private boolean edifact() {
    return standard == Standard.EDIFACT;
  }

  private PurchaseOrder order() {
    return new PurchaseOrder(
        id(),
        one("original", "duplicate", "confirmation"),
        edifact() ? "220" : one("DS", "SA"),
        date(),
        one("", "EUR", "USD"),
        maybe(this::date),
        maybe(this::date),
        references(),
        parties(),
        many(1, this::line));
  }

  private Acknowledgment acknowledgment() {
    String po = id();
    List<Reference> references = new ArrayList<>(references());
    if (edifact()) {
      references.add(0, new Reference("ON", po));
    }
    return new Acknowledgment(
        po,
        one("original", "confirmation"),
        one("accepted", "changed", "rejected"),
        edifact() ? id() : one("", id()),
        date(),
        references,
        parties(),
        many(0, n -> edifact() ? answeredByQuantities(n) : answered(n)));
  }

  private Acknowledgment.Line answered(int number) {
    List<Answer> answers =
        many(
            0,
            n -> {
              String code = one("IA", "IB", "IR", "IQ", "DR", "IS", "BP", "R3", "AC", "IH");
              Optional<BigDecimal> quantity = maybe(this::quantity);
              Optional<LocalDate> date = maybe(this::date);
              return new Answer(
                  code,
                  CodeBook.USUAL.meaning("ack", code).orElseThrow(),
                  quantity,
                  quantity.isPresent() ? unit() : "",
                  date,
                  date.isPresent() ? one("ship", "deliver", "available") : "",
                  random.nextInt(4) == 0 ? products() : List.of());
            });
    return new Acknowledgment.Line("", line(number), answers, many(0, n -> scheduled()));
  }

  private Acknowledgment.Line answeredByQuantities(int number) {
    OrderLine line = line(number);
    if (random.nextBoolean()) {
      String code = one("5", "6", "7", "2");
      return new Acknowledgment.Line(
          "",
          line,
          List.of(
              new Answer(
                  code,
                  CodeBook.USUAL.meaning("lineActions", code).orElseThrow(),
                  Optional.empty(),
                  "",
                  Optional.empty(),
                  "",
                  List.of())),
          List.of());
    }
    List<Answer> answers = new ArrayList<>();
    answers.add(
        new Answer(
            "113", "accepted", Optional.of(quantity()), unit(), Optional.empty(), "", List.of()));
    if (random.nextBoolean()) {
      answers.add(
          new Answer(
              "83",
              "backordered",
              Optional.of(quantity()),
              unit(),
              Optional.of(date()),
              "available",
              List.of()));
    }
    return new Acknowledgment.Line("", line, answers, List.of());
  }

  private ShipNotice notice() {
    List<ShipNotice.Container> containers =
        many(
            0,
            n ->
                new ShipNotice.Container(
                    Integer.toString(n + 1),
                    n > 1 && random.nextBoolean() ? Integer.toString(n) : "",
                    one("pallet", "carton"),
                    one("", "00340123450000000018"),
                    many(0, k -> "1Z" + id())));
    List<ShipNotice.Item> items = new ArrayList<>();
    for (int place = 0; place <= containers.size(); place++) {
      String container = place == 0 ? "" : containers.get(place - 1).id();
      items.addAll(many(place == 0 ? 1 : 0, n -> item(container)));
    }
    return new ShipNotice(
        id(),
        "original",
        date().atTime(random.nextInt(24), random.nextInt(60)).toInstant(ZoneOffset.UTC),
        maybe(this::date),
        one("", "UPSN", "FDEG"),
        many(0, n -> id()),
        references(),
        parties(),
        containers,
        items);
  }

  private ShipNotice.Item item(String container) {
    return new ShipNotice.Item(
        "",
        id(),
        Integer.toString(1 + random.nextInt(99)),
        products(),
        quantity(),
        unit(),
        container,
        edifact() ? "" : one("", "USPS"),
        many(0, n -> "9" + id()).stream().distinct().toList());
  }

  StockAdvice stock() {
    return new StockAdvice(
        id(), one("original", "replacement"), date(), one("", "EUR"), references(), parties());
  }

  List<StockItem> stockItems() {
    return many(
        1,
        n ->
            new StockItem(
                "",
                Integer.toString(n),
                products(),
                one("", text()),
                maybe(this::price),
                many(
                    1,
                    k ->
                        new StockItem.Quantity(
                            one("onHand", "available", "projected"), quantity(), unit())),
                many(
                    0, k -> new Scheduled(quantity(), unit(), date(), one("available", "deliver"))),
                maybe(this::date)));
  }

  private Invoice invoice() {
    String po = id();
    List<Reference> references = new ArrayList<>(references());
    if (edifact()) {
      references.add(0, new Reference("ON", po));
    }
    return new Invoice(
        id(),
        date(),
        edifact() ? "380" : "DI",
        "original",
        po,
        one("", "GBP"),
        references,
        parties(),
        many(0, n -> new Invoice.Line("", line(n), one("", id()), charges())),
        charges(),
        price());
  }

  private List<Charge> charges() {
    List<Charge> charges = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      charges.add(new Charge("tax", edifact() ? "VAT" : "ST", price(), ""));
    }
    if (random.nextInt(3) == 0) {
      charges.add(
          new Charge(
              one("allowance", "charge"), edifact() ? "FC" : "G830", price(), one("", text())));
    }
    return charges;
  }

  private OrderChange change() {
    String po = id();
    List<Reference> references = new ArrayList<>(references());
    if (edifact()) {
      references.add(0, new Reference("ON", po));
    }
    return new OrderChange(
        po,
        one("change", "cancellation"),
        edifact() ? "230" : "SA",
        edifact() ? id() : one("", "3"),
        date(),
        references,
        parties(),
        many(0, this::changed));
  }

  private OrderChangeAnswer changeAnswer() {
    return new OrderChangeAnswer(
        id(),
        "original",
        one("accepted", "rejected"),
        one("", "3"),
        date(),
        references(),
        parties(),
        many(0, n -> new OrderChangeAnswer.Line(changed(n), answered(n).answers())));
  }

  private ChangedLine changed(int number) {
    return new ChangedLine(
        "",
        edifact()
            ? one("added", "removed", "changed")
            : one("added", "removed", "price", "quantity"),
        line(number),
        maybe(this::quantity));
  }

  private OrderStatus status() {
    return new OrderStatus(
        id(),
        date(),
        references(),
        many(
            1,
            n ->
                new OrderStatus.Order(
                    id(),
                    statuses(),
                    many(
                        0,
                        k ->
                            new OrderStatus.Line(
                                "",
                                Integer.toString(k),
                                products(),
                                quantity(),
                                unit(),
                                statuses())))));
  }

  private List<OrderStatus.Status> statuses() {
    return many(
        0,
        n -> {
          String code = one("AC", "BO", "CC", "CN", "IN");
          return new OrderStatus.Status(
              code, CodeBook.USUAL.meaning("status", code).orElseThrow(), maybe(this::date));
        });
  }

  private FunctionalAcknowledgment functional() {
    List<SetOutcome> sets = many(1, n -> outcome());
    int accepted = (int) sets.stream().filter(set -> set.status().equals("accepted")).count();
    boolean all = accepted == sets.size();
    return new FunctionalAcknowledgment(
        edifact() ? "" : "PR",
        Integer.toString(1 + random.nextInt(99_999)),
        "",
        all ? "accepted" : "partlyAccepted",
        edifact() ? "7" : all ? "A" : "P",
        sets.size(),
        sets.size(),
        accepted,
        List.of(),
        sets);
  }

  private SetOutcome outcome() {
    boolean good = random.nextBoolean();
    String accepted = edifact() ? "7" : "A";
    String rejected = edifact() ? "4" : "R";
    List<SegmentError> errors =
        good
            ? List.of()
            : many(
                1,
                n ->
                    new SegmentError(
                        edifact() ? "" : "PO1",
                        2 + random.nextInt(50),
                        edifact() ? "" : "8",
                        many(
                            1,
                            k ->
                                new ElementError(
                                    1 + random.nextInt(9),
                                    random.nextInt(3),
                                    edifact() ? "12" : "7",
                                    edifact() ? "" : one("", "ZZ")))));
    return new SetOutcome(
        edifact() ? "ORDRSP" : "855",
        "000" + (1 + random.nextInt(9)),
        edifact() ? "D96A" : "",
        good ? "accepted" : "rejected",
        good ? accepted : rejected,
        good || edifact() ? List.of() : List.of("5"),
        errors);
  }

  private OrderLine line(int number) {
    return new OrderLine(
        Integer.toString(number),
        products(),
        quantity(),
        unit(),
        maybe(this::price),
        one("", text()));
  }

  private List<Product> products() {
    List<String> kinds = List.of("vendor", "sku", "upc", "buyer", "manufacturer");
    int from = random.nextInt(kinds.size());
    return kinds.subList(from, Math.min(kinds.size(), from + 1 + random.nextInt(3))).stream()
        .map(kind -> new Product(kind, id()))
        .toList();
  }

  private List<Reference> references() {
    return many(0, n -> new Reference(edifact() ? "VN" : "IA", id()));
  }

  private List<Party> parties() {
    return many(
        0,
        n -> {
          boolean identified = random.nextBoolean();
          return new Party(
              one("shipTo", "buyer", "supplier", "billTo"),
              identified ? id() : "",
              identified ? edifact() ? "9" : "92" : "",
              new Address(
                  text(),
                  one("", text()),
                  "1 " + text(),
                  one("", text()),
                  one("", "Graz " + text()),
                  one("", "OR"),
                  one("", "97201"),
                  one("", "US", "AT"),
                  one("", "+1 503 555 0100")));
        });
  }

  private Scheduled scheduled() {
    return new Scheduled(quantity(), unit(), date(), one("ship", "deliver"));
  }

  private String unit() {
    return one("EA", "DZ");
  }

  private String id() {
    return "A"
        + Integer.toString(random.nextInt(1_000_000_000), 36).toUpperCase(Locale.ROOT)
        + "-7";
  }

  private String text() {
    StringBuilder text = new StringBuilder("T");
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(
          random.nextInt(3) == 0
              ? special.charAt(random.nextInt(special.length()))
              : (char) ('a' + random.nextInt(26)));
    }
    return text.append('z').toString();
  }

  private BigDecimal quantity() {
    return new BigDecimal(random.nextInt(1_000));
  }

  private BigDecimal price() {
    BigDecimal price = BigDecimal.valueOf(random.nextInt(1_000_000), 2).stripTrailingZeros();
    return price.scale() < 0 ? price.setScale(0) : price;
  }

  private LocalDate date() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> many(int least, IntFunction<T> each) {
    return IntStream.rangeClosed(1, least + random.nextInt(3)).mapToObj(each).toList();
  }

  private String one(String... values) {
    return values[random.nextInt(values.length)];
  }
}
