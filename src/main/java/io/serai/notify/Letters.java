package io.serai.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.Owed;
import io.serai.mapping.Json;
import io.serai.order.Correspondence;
import io.serai.order.Customer;
import io.serai.order.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages to customers, by mail and by SMS. A message carries every fact that its template
 * shows, so that it says the same whenever it is sent; its key is its Message-ID, so that a
 * customer is never told the same thing twice. Nothing is owed to a customer whose address is not
 * exactly one, or whose phone is no number of E.164; what comes due in quiet hours waits for their
 * end.
 */
public final class Letters {
  private final Clock clock;
  private final ZoneId zone;
  private final Map<String, List<String>> notifiers;
  private final Map<String, Shop> shops;

  /**
   * The messages of this hub.
   *
   * @param zone in which quiet hours are counted
   * @param notifiers the configured notifiers by medium; a medium without any is not used
   * @param shops the configured channels, by id
   */
  public Letters(
      Clock clock, ZoneId zone, Map<String, List<String>> notifiers, Map<String, Shop> shops) {
    this.clock = clock;
    this.zone = zone;
    this.notifiers = notifiers;
    this.shops = shops;
  }

  /** To whom, and about which order. */
  public record About(long orderId, String channel, String number, Customer customer) {}

  /** Units of one line, as a letter names them. */
  public record Item(String title, String sku, int quantity) {
    /** A line without a title is called by its SKU. */
    public Item {
      title = title.isEmpty() ? sku : title;
    }
  }

  /** Units that wait. */
  public record WaitingItem(Item item, Optional<LocalDate> eta) {}

  /**
   * The order is here; how many shipments it comes in, what is in each, and what waits until when.
   */
  public List<Owed> confirmed(
      About about, List<List<Item>> shipments, List<WaitingItem> waiting, List<Item> held) {
    ObjectNode facts = Json.object();
    ArrayNode parcels = facts.putArray("shipments");
    shipments.forEach(items -> parcels.addObject().set("items", items(items)));
    facts.set("waiting", waiting(waiting));
    facts.set("held", items(held));
    return owed(about, "confirmed", about.channel() + ":" + about.number(), facts);
  }

  /**
   * The first parcel of an order that comes in more than one: what comes now, what follows, and
   * what waits. Once for an order.
   */
  public List<Owed> partial(
      About about, List<Item> now, List<Item> following, List<WaitingItem> waiting) {
    ObjectNode facts = Json.object();
    facts.set("items", items(now));
    facts.set("following", items(following));
    facts.set("waiting", waiting(waiting));
    return owed(about, "partial", about.channel() + ":" + about.number(), facts);
  }

  /** A number by which a parcel is followed, and where; an empty link where nobody knows. */
  public record Followed(String tracking, String link) {}

  /** A package is on its way. */
  public List<Owed> shipped(
      About about,
      String reference,
      List<Item> items,
      String carrier,
      Followed followed,
      List<Followed> more) {
    ObjectNode facts = Json.object();
    facts.set("items", items(items));
    facts
        .put("carrier", carrier)
        .put("tracking", followed.tracking())
        .put("trackingLink", followed.link());
    ArrayNode others = facts.putArray("moreTracking");
    more.forEach(
        each -> others.addObject().put("tracking", each.tracking()).put("link", each.link()));
    return owed(about, "shipped", reference, facts);
  }

  /**
   * How a delay is told.
   *
   * @param renewed the customer has been told of a delay of it before
   * @param sooner the units come sooner than the customer was told
   * @param answerBy the day by which the customer has to say whether to wait on, or the units are
   *     cancelled; empty where no answer is wanted
   */
  public record Delay(boolean renewed, boolean sooner, Optional<LocalDate> answerBy) {
    /** The first one. */
    public static final Delay FIRST = new Delay(false, false, Optional.empty());
  }

  /** Units still wait, longer than they should, or than was told. */
  public List<Owed> delayed(About about, String key, List<WaitingItem> waiting, Delay delay) {
    ObjectNode facts = Json.object();
    facts.set("waiting", waiting(waiting));
    facts
        .put("renewed", delay.renewed())
        .put("sooner", delay.sooner())
        .put("answerBy", delay.answerBy().map(LocalDate::toString).orElse(null));
    return owed(about, "delayed", key, facts);
  }

  /** Units that waited are in stock again and will ship. */
  public List<Owed> backInStock(About about, String key, List<Item> items) {
    ObjectNode facts = Json.object();
    facts.set("items", items(items));
    return owed(about, "back-in-stock", key, facts);
  }

  /**
   * Units will not come.
   *
   * @param refund what the customer gets back, where the prices are known
   */
  public List<Owed> cancelled(
      About about, String key, List<Item> items, Optional<Refund> refund, String reason) {
    ObjectNode facts = Json.object();
    facts.set("items", items(items));
    facts.put("reason", reason);
    refund.ifPresent(
        back ->
            facts
                .putObject("refund")
                .put("amount", back.amount().toPlainString())
                .put("currency", back.currency()));
    return owed(about, "cancelled", key, facts);
  }

  /** The customer has chosen to wait on. */
  public List<Owed> keepsWaiting(About about, String key, List<WaitingItem> waiting) {
    ObjectNode facts = Json.object().put("choice", "wait");
    facts.set("waiting", waiting(waiting));
    return owed(about, "answered", key, facts);
  }

  /** The customer has chosen another item in the place of one that waits. */
  public List<Owed> takesInstead(About about, String key, Item waited, Item taken) {
    ObjectNode facts = Json.object().put("choice", "substitute");
    facts.set("items", items(List.of(waited)));
    facts.set("substitutes", items(List.of(taken)));
    return owed(about, "answered", key, facts);
  }

  private List<Owed> owed(About about, String template, String key, ObjectNode facts) {
    Shop shop = shops.get(about.channel());
    if (shop == null || !shop.customerMail()) {
      return List.of();
    }
    facts
        .put("template", template)
        .put("name", about.customer().name())
        .put("locale", about.customer().locale())
        .put("language", shop.correspondence().language())
        .put("shop", shop.name())
        .put("number", about.number());
    List<Owed> owed = new ArrayList<>();
    if (about.customer().canBeWrittenTo()) {
      facts.put("to", about.customer().email());
      owed.addAll(by(Correspondence.MAIL, shop, about, template, key, facts));
    }
    if (about.customer().canBeTexted()) {
      ObjectNode texted = facts.deepCopy().put("to", about.customer().phone());
      owed.addAll(by(Correspondence.SMS, shop, about, template, key, texted));
    }
    return owed;
  }

  private List<Owed> by(
      String medium, Shop shop, About about, String template, String key, ObjectNode facts) {
    if (!shop.correspondence().tells(template, medium)) {
      return List.of();
    }
    return notifiers.getOrDefault(medium, List.of()).stream()
        .map(
            notifier ->
                new Owed(
                    medium,
                    notifier,
                    notifier + ":" + template + ":" + key,
                    Optional.of(about.orderId()),
                    Optional.empty(),
                    facts,
                    shop.correspondence().quiet(medium).endOf(clock.instant(), zone)))
        .toList();
  }

  private static ArrayNode items(List<Item> items) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    items.forEach(item -> array.add(item(item)));
    return array;
  }

  private static ArrayNode waiting(List<WaitingItem> waiting) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    waiting.forEach(
        wait ->
            array.add(
                item(wait.item()).put("eta", wait.eta().map(LocalDate::toString).orElse(null))));
    return array;
  }

  private static ObjectNode item(Item item) {
    return Json.object()
        .put("title", item.title())
        .put("sku", item.sku())
        .put("quantity", item.quantity());
  }
}
