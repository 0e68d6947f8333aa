package io.serai.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.event.EventStore;
import io.serai.mapping.Json;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells channels what they may sell now: their part of what is sellable, less their buffer, at most
 * their maximum. What has changed is owed to them as it changes, and once a day everything.
 */
public final class Availability {
  private static final int MOST_IN_A_PUSH = 250;

  private final DeliveryStore deliveries;
  private final Sellable sellable;
  private final Sharing sharing;
  private final ToldStock told;
  private final Oversold oversold;
  private final StockNews news;
  private final StockSweep sweep;
  private final Clock clock;
  private final EventStore events;

  /**
   * Availability.
   *
   * @param zone in which the daily sweep has its hour
   */
  public Availability(
      Clock clock,
      ZoneId zone,
      PollStore polls,
      DeliveryStore deliveries,
      Sellable sellable,
      Sharing sharing,
      ToldStock told,
      Oversold oversold,
      EventStore events) {
    this.deliveries = deliveries;
    this.sellable = sellable;
    this.sharing = sharing;
    this.told = told;
    this.oversold = oversold;
    this.clock = clock;
    this.events = events;
    this.news = new StockNews(polls);
    this.sweep = new StockSweep(clock, zone, polls);
  }

  /**
   * Owes a channel the next page of what it is to be told.
   *
   * @return whether there may be more
   */
  public boolean owe(Handle handle, String channel) {
    ChannelTerms terms = sharing.terms(channel);
    if (!news.hasBegun(handle, channel)) {
      news.begin(handle, channel);
    }
    Optional<SkuPage> everything = sweep.next(handle, channel, terms.sweepHour());
    if (everything.isPresent()) {
      List<String> skus = everything.get().skus();
      Map<String, Integer> quantities = quantities(handle, terms, skus);
      happened(handle, channel, changed(handle, channel, quantities));
      tell(handle, channel, quantities);
      return everything.get().more();
    }
    Optional<SkuPage> page = news.next(handle, channel);
    page.ifPresent(changed -> tellChanged(handle, terms, changed.skus()));
    return page.filter(SkuPage::more).isPresent();
  }

  /** What a channel may sell of SKUs; one never offered is absent. */
  Map<String, Integer> quantities(Handle handle, ChannelTerms channel, List<String> skus) {
    Map<String, Integer> learned = oversold.learned(handle, channel, skus);
    Map<String, Integer> quantities = new TreeMap<>();
    sellable
        .of(handle, skus)
        .forEach(
            (sku, units) ->
                quantities.put(
                    sku,
                    channel.told(sharing.of(channel.id(), units), learned.getOrDefault(sku, 0))));
    return quantities;
  }

  /** How what channels may sell of a SKU comes about. */
  public Reckoning reckon(Handle handle, String sku) {
    List<String> one = List.of(sku);
    List<OfferCount> offers = sellable.offers(handle, one);
    int waiting = sellable.waiting(handle, one).getOrDefault(sku, 0);
    int units = new Reckoning(offers, waiting, List.of()).sellable();
    List<Reckoning.Part> parts =
        sharing.channels().stream().map(channel -> part(handle, channel, sku, units)).toList();
    return new Reckoning(offers, waiting, parts);
  }

  private Reckoning.Part part(Handle handle, ChannelTerms channel, String sku, int units) {
    int sees = sharing.of(channel.id(), units);
    int learned = oversold.learned(handle, channel, List.of(sku)).getOrDefault(sku, 0);
    return new Reckoning.Part(
        channel.id(),
        sees,
        channel.buffer(),
        learned,
        channel.maximum(),
        channel.told(sees, learned));
  }

  private void tellChanged(Handle handle, ChannelTerms channel, List<String> skus) {
    Map<String, Integer> changed = changed(handle, channel.id(), quantities(handle, channel, skus));
    happened(handle, channel.id(), changed);
    tell(handle, channel.id(), changed);
  }

  private Map<String, Integer> changed(
      Handle handle, String channel, Map<String, Integer> quantities) {
    Map<String, Integer> changed = new TreeMap<>(quantities);
    changed.entrySet().removeAll(told.of(handle, channel, quantities.keySet()).entrySet());
    return changed;
  }

  private void happened(Handle handle, String channel, Map<String, Integer> changed) {
    List<Map.Entry<String, Integer>> all = new ArrayList<>(changed.entrySet());
    for (int from = 0; from < all.size(); from += MOST_IN_A_PUSH) {
      events.stockChanged(
          handle,
          channel,
          all.subList(from, Math.min(all.size(), from + MOST_IN_A_PUSH)),
          clock.instant());
    }
  }

  private void tell(Handle handle, String channel, Map<String, Integer> quantities) {
    List<Map.Entry<String, Integer>> all = new ArrayList<>(quantities.entrySet());
    List<Owed> owed = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_IN_A_PUSH) {
      owed.add(push(channel, all.subList(from, Math.min(all.size(), from + MOST_IN_A_PUSH))));
    }
    deliveries.owe(handle, owed);
    told.tell(handle, channel, all);
  }

  private static Owed push(String channel, List<Map.Entry<String, Integer>> quantities) {
    String key = "stock:" + channel + ":" + UUID.randomUUID();
    ObjectNode payload = Json.object().put("key", key);
    ArrayNode skus = payload.putArray("quantities");
    quantities.forEach(
        entry -> skus.addObject().put("sku", entry.getKey()).put("quantity", entry.getValue()));
    return new Owed("stock", channel, key, Optional.empty(), Optional.empty(), payload);
  }
}
