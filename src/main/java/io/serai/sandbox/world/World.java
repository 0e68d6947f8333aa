package io.serai.sandbox.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The record of every effect that the hub had on the outside, as the outside saw it. Thread-safe;
 * what it hands out are snapshots, oldest first.
 */
public final class World {
  private record PurchaseOrderKey(String supplier, String number) {}

  private final Tally<String, String> purchaseOrderFiles = new Tally<>();
  private final Tally<PurchaseOrderKey, PurchaseOrder> purchaseOrders = new Tally<>();
  private final List<String> badFiles = Collections.synchronizedList(new ArrayList<>());
  private final List<SupplierAnswer> answers = Collections.synchronizedList(new ArrayList<>());
  private final List<Parcel> parcels = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger restocks = new AtomicInteger();
  private final Map<Whim, Integer> whims = new EnumMap<>(Whim.class);
  private final Map<String, ChannelEffects> channels = new ConcurrentSkipListMap<>();
  private final Map<String, Interchanges> interchanges = new ConcurrentSkipListMap<>();
  private final Tally<String, ReceivedMail> mails = new Tally<>();
  private final List<ReceivedText> texts = Collections.synchronizedList(new ArrayList<>());

  /** What one channel has seen of the hub. */
  public ChannelEffects channel(String id) {
    return channels.computeIfAbsent(id, any -> new ChannelEffects());
  }

  /** The interchanges that a supplier and the hub exchange, where they exchange any. */
  public Interchanges interchanges(String supplier) {
    return interchanges.computeIfAbsent(supplier, any -> new Interchanges());
  }

  /** The figures of all suppliers that exchange interchanges with the hub. */
  public Map<String, InterchangeFigures> interchangeFigures() {
    Map<String, InterchangeFigures> figures = new TreeMap<>();
    interchanges.forEach((supplier, books) -> figures.put(supplier, books.figures()));
    return figures;
  }

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

  /** What every channel took of packages: see {@link ChannelEffects#trackingPosts()}. */
  public List<Seen<TrackingPost>> trackingPosts() {
    return ofAll(ChannelEffects::trackingPosts);
  }

  /** Why channels refused what they were told. */
  public List<String> refusals() {
    return ofAll(ChannelEffects::refusals);
  }

  /** What each channel was last told of each SKU. */
  public List<StockSetting> stock() {
    return ofAll(ChannelEffects::stock);
  }

  /** Every cancellation by its id. */
  public List<Seen<Cancellation>> cancellations() {
    return ofAll(ChannelEffects::cancellations);
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
        trackingPosts().size(),
        sum(ChannelEffects::repeatedTrackingPosts),
        sum(ChannelEffects::unitsTracked),
        refusals().size(),
        sum(ChannelEffects::stockSettings),
        sum(ChannelEffects::repeatedKeys),
        sum(ChannelEffects::unitsCancelled),
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

  private <T> List<T> ofAll(Function<ChannelEffects, List<T>> part) {
    return channels.values().stream().flatMap(each -> part.apply(each).stream()).toList();
  }

  private int sum(ToIntFunction<ChannelEffects> figure) {
    return channels.values().stream().mapToInt(figure).sum();
  }

  private static <T> List<T> snapshot(List<T> list) {
    synchronized (list) {
      return List.copyOf(list);
    }
  }
}
