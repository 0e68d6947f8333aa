package io.serai.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.Owed;
import io.serai.mapping.Json;
import io.serai.order.Customer;
import io.serai.order.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The letters to customers. A letter carries every fact that its template shows, so that it says
 * the same whenever it is sent; its key is its Message-ID, so that a customer is never told the
 * same thing twice. Nothing is owed to a customer whose address is not exactly one.
 */
public final class Letters {
  private final List<String> notifiers;
  private final Map<String, Shop> shops;

  /**
   * The letters of this hub.
   *
   * @param notifiers the configured notifiers that send mail; empty: customers are not written to
   * @param shops the configured channels, by id
   */
  public Letters(List<String> notifiers, Map<String, Shop> shops) {
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

  /** A package is on its way. */
  public List<Owed> shipped(
      About about,
      String reference,
      List<Item> items,
      String carrier,
      String tracking,
      String link) {
    ObjectNode facts = Json.object();
    facts.set("items", items(items));
    facts.put("carrier", carrier).put("tracking", tracking).put("trackingLink", link);
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

  /** Units will not come. */
  public List<Owed> cancelled(About about, String key, List<Item> items, String reason) {
    ObjectNode facts = Json.object();
    facts.set("items", items(items));
    facts.put("reason", reason);
    return owed(about, "cancelled", key, facts);
  }

  private List<Owed> owed(About about, String template, String key, ObjectNode facts) {
    Shop shop = shops.get(about.channel());
    if (!about.customer().canBeWrittenTo() || shop == null || !shop.customerMail()) {
      return List.of();
    }
    facts
        .put("template", template)
        .put("to", about.customer().email())
        .put("name", about.customer().name())
        .put("locale", about.customer().locale())
        .put("shop", shop.name())
        .put("number", about.number());
    List<Owed> owed = new ArrayList<>();
    for (String notifier : notifiers) {
      owed.add(
          new Owed(
              "mail",
              notifier,
              notifier + ":" + template + ":" + key,
              Optional.of(about.orderId()),
              Optional.empty(),
              facts));
    }
    return owed;
  }

  private static ArrayNode items(List<Item> items) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    items.forEach(
        item ->
            array
                .addObject()
                .put("title", item.title())
                .put("sku", item.sku())
                .put("quantity", item.quantity()));
    return array;
  }

  private static ArrayNode waiting(List<WaitingItem> waiting) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    for (WaitingItem wait : waiting) {
      ObjectNode item =
          array
              .addObject()
              .put("title", wait.item().title())
              .put("sku", wait.item().sku())
              .put("quantity", wait.item().quantity());
      item.put("eta", wait.eta().map(LocalDate::toString).orElse(null));
    }
    return array;
  }
}
