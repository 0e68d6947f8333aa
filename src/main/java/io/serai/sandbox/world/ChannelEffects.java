package io.serai.sandbox.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The record of every effect that the hub had on one channel, as the channel saw it. Thread-safe;
 * what it hands out are snapshots, oldest first.
 */
public final class ChannelEffects {
  private record TrackingKey(String order, String trackingNumber, Set<String> lines) {}

  private final Tally<String, String> acknowledgments = new Tally<>();
  private final Tally<TrackingKey, TrackingPost> trackingPosts = new Tally<>();
  private final List<String> refusedPosts = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, StockSetting> stock = new LinkedHashMap<>();
  private final AtomicInteger stockSettings = new AtomicInteger();
  private final AtomicInteger repeatedKeys = new AtomicInteger();
  private final Tally<String, Cancellation> cancellations = new Tally<>();

  /** The channel was told that an order has been taken in. */
  public void acknowledged(String order) {
    acknowledgments.add(order, order);
  }

  /** The channel took the news of a package. */
  public void trackingPosted(TrackingPost post) {
    trackingPosts.add(
        new TrackingKey(post.order(), post.trackingNumber(), post.units().keySet()), post);
  }

  /** The channel refused what it was told, for the reason given. */
  public void refused(String why) {
    refusedPosts.add(why);
  }

  /** The channel took a new quantity of a SKU. */
  public void stockSet(StockSetting setting) {
    stockSettings.incrementAndGet();
    synchronized (stock) {
      stock.put(setting.sku(), setting);
    }
  }

  /** The channel got an idempotency key again and did nothing. */
  public void idempotencyKeyRepeated() {
    repeatedKeys.incrementAndGet();
  }

  /** The channel cancelled units. */
  public void cancelled(Cancellation cancellation) {
    cancellations.add(cancellation.id(), cancellation);
  }

  /** The orders that the channel was told are taken in, with how often. */
  public List<Seen<String>> acknowledgments() {
    return acknowledgments.all();
  }

  /**
   * Every package by order, tracking number and line items, with how often it was taken. A large
   * parcel may need several posts under one number, each with other lines.
   */
  public List<Seen<TrackingPost>> trackingPosts() {
    return trackingPosts.all();
  }

  /** Why the channel refused what it was told. */
  public List<String> refusals() {
    synchronized (refusedPosts) {
      return List.copyOf(refusedPosts);
    }
  }

  /** What the channel was last told of each SKU. */
  public List<StockSetting> stock() {
    synchronized (stock) {
      return List.copyOf(stock.values());
    }
  }

  /** Every cancellation by its id. */
  public List<Seen<Cancellation>> cancellations() {
    return cancellations.all();
  }

  /** How many quantities the channel was told. */
  public int stockSettings() {
    return stockSettings.get();
  }

  /** How many calls the channel ignored because their key had come before. */
  public int repeatedKeys() {
    return repeatedKeys.get();
  }

  /** How many packages came again after the first time. */
  public int repeatedTrackingPosts() {
    return trackingPosts.repeats();
  }

  /** Units in the tracking posts, without the repeats. */
  public int unitsTracked() {
    return units(trackingPosts().stream().map(seen -> seen.what().units()).toList());
  }

  /** Units that the channel was told to cancel. */
  public int unitsCancelled() {
    return units(cancellations().stream().map(seen -> seen.what().units()).toList());
  }

  private static int units(List<Map<String, Integer>> byLine) {
    return byLine.stream().flatMap(units -> units.values().stream()).mapToInt(n -> n).sum();
  }
}
