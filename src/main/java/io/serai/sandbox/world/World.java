package io.serai.sandbox.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The record of every effect that the hub had on the outside, as the outside saw it. Thread-safe;
 * what it hands out are snapshots, oldest first.
 */
public final class World {
  private record PurchaseOrderKey(String supplier, String number) {}

  private record TrackingKey(String order, String trackingNumber, Set<String> lines) {}

  private final Tally<String, String> purchaseOrderFiles = new Tally<>();
  private final Tally<PurchaseOrderKey, PurchaseOrder> purchaseOrders = new Tally<>();
  private final List<String> badFiles = Collections.synchronizedList(new ArrayList<>());
  private final List<SupplierAnswer> answers = Collections.synchronizedList(new ArrayList<>());
  private final List<Parcel> parcels = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger restocks = new AtomicInteger();
  private final Map<Whim, Integer> whims = new EnumMap<>(Whim.class);
  private final Tally<TrackingKey, TrackingPost> trackingPosts = new Tally<>();
  private final List<String> refusedPosts = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, StockSetting> stock = new LinkedHashMap<>();
  private final AtomicInteger stockSettings = new AtomicInteger();
  private final AtomicInteger repeatedKeys = new AtomicInteger();
  private final Tally<String, Cancellation> cancellations = new Tally<>();
  private final Tally<String, ReceivedMail> mails = new Tally<>();
  private final List<ReceivedText> texts = Collections.synchronizedList(new ArrayList<>());

  /** A supplier found a file in its {@code orders} folder. */
  public void purchaseOrderFileArrived(String supplier, String file) {
    purchaseOrderFiles.add(supplier + "/" + file, file);
  }

  /** A supplier read a purchase order; true when it has not seen its number before. */
  public boolean purchaseOrderArrived(PurchaseOrder order) {
    return purchaseOrders.add(new PurchaseOrderKey(order.supplier(), order.number()), order);
  }

  /** A supplier could not read a file; {@code why} names the supplier, the file and the cause. */
  public void badFileArrived(String why) {
    badFiles.add(why);
  }

  /** A supplier wrote a row of an acknowledgment. */
  public void answered(SupplierAnswer answer) {
    answers.add(answer);
  }

  /** Units left a supplier. */
  public void shipped(Parcel parcel) {
    parcels.add(parcel);
  }

  /**
   * A supplier did something with units that nobody has agreed with it, or was asked not to ship
   * them.
   */
  public void whim(Whim whim, int units) {
    synchronized (whims) {
      whims.merge(whim, units, Integer::sum);
    }
  }

  /** Units that had run out came in at a supplier. */
  public void restocked() {
    restocks.incrementAndGet();
  }

  /** The store took a fulfillment. */
  public void trackingPosted(TrackingPost post) {
    trackingPosts.add(
        new TrackingKey(post.order(), post.trackingNumber(), post.units().keySet()), post);
  }

  /** The store refused a mutation for the reason given. */
  public void refused(String why) {
    refusedPosts.add(why);
  }

  /** The store took a new quantity of a SKU. */
  public void stockSet(StockSetting setting) {
    stockSettings.incrementAndGet();
    synchronized (stock) {
      stock.put(setting.sku(), setting);
    }
  }

  /** The store got an idempotency key again and did nothing. */
  public void idempotencyKeyRepeated() {
    repeatedKeys.incrementAndGet();
  }

  /** The store cancelled units. */
  public void cancelled(Cancellation cancellation) {
    cancellations.add(cancellation.id(), cancellation);
  }

  /** The mail catcher took a mail. */
  public void mailArrived(ReceivedMail mail) {
    mails.add(mail.messageId(), mail);
  }

  /** The SMS service took a message. */
  public void textArrived(ReceivedText text) {
    texts.add(text);
  }

  /** Every short message, oldest first. */
  public List<ReceivedText> texts() {
    return snapshot(texts);
  }

  /** Every purchase order by supplier and number, with how often it arrived. */
  public List<Seen<PurchaseOrder>> purchaseOrders() {
    return purchaseOrders.all();
  }

  /** The names of the purchase order files, with how often each arrived. */
  public List<Seen<String>> purchaseOrderFiles() {
    return purchaseOrderFiles.all();
  }

  /** Why suppliers could not read files that the hub sent. */
  public List<String> badFiles() {
    return snapshot(badFiles);
  }

  /** Every row of the acknowledgments that suppliers wrote. */
  public List<SupplierAnswer> answers() {
    return snapshot(answers);
  }

  /** Every row of the ship notices that suppliers wrote. */
  public List<Parcel> parcels() {
    return snapshot(parcels);
  }

  /**
   * Every fulfillment by order, tracking number and line items, with how often it was taken. A
   * large parcel needs several posts under one number, each with other lines.
   */
  public List<Seen<TrackingPost>> trackingPosts() {
    return trackingPosts.all();
  }

  /** Why the store refused mutations. */
  public List<String> refusals() {
    return snapshot(refusedPosts);
  }

  /** What the store was last told of each SKU. */
  public List<StockSetting> stock() {
    synchronized (stock) {
      return List.copyOf(stock.values());
    }
  }

  /** Every refund and cancelled order by its id. */
  public List<Seen<Cancellation>> cancellations() {
    return cancellations.all();
  }

  /** Every mail by its Message-ID, with how often it arrived. */
  public List<Seen<ReceivedMail>> mails() {
    return mails.all();
  }

  /** The figures of the whole record. */
  public WorldSummary summary() {
    List<SupplierAnswer> said = answers();
    return new WorldSummary(
        purchaseOrderFiles.size(),
        purchaseOrderFiles.repeats(),
        purchaseOrders.size(),
        purchaseOrders.repeats(),
        badFiles.size(),
        purchaseOrders().stream().mapToInt(seen -> seen.what().units()).sum(),
        units(said, SupplierAnswer.Status.ACCEPTED),
        units(said, SupplierAnswer.Status.BACKORDERED),
        units(said, SupplierAnswer.Status.REJECTED),
        (int) parcels().stream().map(Parcel::trackingNumber).distinct().count(),
        parcels().stream().mapToInt(Parcel::quantity).sum(),
        restocks.get(),
        trackingPosts.size(),
        trackingPosts.repeats(),
        units(trackingPosts().stream().map(seen -> seen.what().units()).toList()),
        refusedPosts.size(),
        stockSettings.get(),
        repeatedKeys.get(),
        units(cancellations().stream().map(seen -> seen.what().units()).toList()),
        mails.size(),
        mails.repeats(),
        whims(),
        texts().size());
  }

  private Map<Whim, Integer> whims() {
    synchronized (whims) {
      return Map.copyOf(whims);
    }
  }

  private static int units(List<SupplierAnswer> answers, SupplierAnswer.Status status) {
    return answers.stream()
        .filter(answer -> answer.status() == status)
        .mapToInt(SupplierAnswer::quantity)
        .sum();
  }

  private static int units(List<Map<String, Integer>> byLine) {
    return byLine.stream().flatMap(units -> units.values().stream()).mapToInt(n -> n).sum();
  }

  private static <T> List<T> snapshot(List<T> list) {
    synchronized (list) {
      return List.copyOf(list);
    }
  }
}
