package io.serai.page;

import io.serai.channel.Carriers;
import io.serai.choice.OpenChoice;
import io.serai.notify.Refund;
import io.serai.order.OrderLine;
import io.serai.order.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An order's page as facts for its template; what is not known is null. */
final class PageFacts {
  private final OrderPage page;
  private final Map<Long, OrderLine> lines;

  PageFacts(OrderPage page) {
    this.page = page;
    this.lines =
        page.order().lines().stream().collect(Collectors.toMap(OrderLine::id, line -> line));
  }

  Map<String, Object> all() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("shop", page.shop().name());
    facts.put("number", page.order().number());
    facts.put("placed", day(page.order().placedAt()));
    facts.put("parcels", page.parcels().stream().map(this::parcel).toList());
    facts.put("waiting", page.waiting().stream().map(this::waiting).toList());
    facts.put("held", in(Place.HELD));
    facts.put("cancelled", cancelled());
    facts.put("replaced", replaced());
    return facts;
  }

  private Map<String, Object> parcel(Parcel parcel) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("state", parcel.state().name().toLowerCase(Locale.ROOT));
    List<Map<String, Object>> items = new ArrayList<>();
    parcel.units().forEach((line, units) -> items.add(item(lines.get(line), units)));
    facts.put("items", items);
    parcel
        .sent()
        .ifPresent(
            sent -> {
              facts.put("carrier", Carriers.name(sent.carrier()));
              facts.put("tracking", sent.tracking());
              facts.put("link", Carriers.link(sent.carrier(), sent.tracking()));
              facts.put(
                  "more", sent.moreTracking().stream().map(each -> more(sent, each)).toList());
              facts.put("shipped", day(sent.at()));
            });
    return facts;
  }

  private static Map<String, String> more(Parcel.Sent sent, String number) {
    return Map.of("tracking", number, "link", Carriers.link(sent.carrier(), number));
  }

  private Map<String, Object> waiting(OpenChoice open) {
    Map<String, Object> facts = item(open.line(), open.units());
    facts.put("line", open.line().id());
    facts.put("eta", open.eta().map(Object::toString).orElse(null));
    facts.put("answerBy", open.answerBy().map(this::day).orElse(null));
    facts.put("choseToWait", open.choseToWait());
    facts.put("refund", refund(Map.of(open.line(), open.units())));
    facts.put(
        "substitutes",
        open.substitutes().stream()
            .map(offered -> Map.of("sku", offered.sku(), "title", offered.title()))
            .toList());
    return facts;
  }

  private List<Map<String, Object>> in(Place place) {
    return page.order().lines().stream()
        .filter(line -> line.in(place) > 0)
        .map(line -> item(line, line.in(place)))
        .toList();
  }

  private List<Map<String, Object>> cancelled() {
    List<Map<String, Object>> cancelled = new ArrayList<>();
    for (OrderLine line : page.order().lines()) {
      int units = line.in(Place.CANCELLED) - unitsReplaced(line);
      if (units > 0) {
        Map<String, Object> item = item(line, units);
        item.put("refund", refund(Map.of(line, units)));
        cancelled.add(item);
      }
    }
    return cancelled;
  }

  private List<Map<String, Object>> replaced() {
    List<Map<String, Object>> replaced = new ArrayList<>();
    page.replaced()
        .forEach(
            (instead, line) -> {
              Map<String, Object> item = item(lines.get(line), lines.get(instead).ordered());
              item.put("by", Named.title(lines.get(instead)));
              replaced.add(item);
            });
    return replaced;
  }

  // What is replaced is counted as cancelled of its line, and paid for with the line in its place.
  private int unitsReplaced(OrderLine line) {
    return page.replaced().entrySet().stream()
        .filter(entry -> entry.getValue() == line.id())
        .mapToInt(entry -> lines.get(entry.getKey()).ordered())
        .sum();
  }

  private Map<String, Object> item(OrderLine line, int units) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("title", Named.title(line));
    facts.put("quantity", units);
    facts.put(
        "instead",
        Optional.ofNullable(page.replaced().get(line.id()))
            .map(replaced -> Named.title(lines.get(replaced)))
            .orElse(null));
    return facts;
  }

  private Map<String, String> refund(Map<OrderLine, Integer> units) {
    return Refund.of(page.order().currency(), units)
        .map(back -> Map.of("amount", back.amount().toPlainString(), "currency", back.currency()))
        .orElse(null);
  }

  private String day(Instant time) {
    return time.atZone(page.zone()).toLocalDate().toString();
  }
}
