package io.serai.sandbox;

import io.serai.sandbox.order.OrderSource;
import io.serai.sandbox.store.ThrottleBucket;
import io.serai.sandbox.supplier.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a sandbox is set up.
 *
 * @param seed decides what the suppliers have and do
 * @param folder for the suppliers' files; made when it is not there
 * @param orders what the store sells
 * @param start the simulated time at which the sandbox starts, in whole seconds
 * @param rate simulated seconds in one real second
 * @param warmUp real time until the simulated time reaches {@code start}, so that a hub can come up
 * @param orderSpan simulated time over which the orders come in
 * @param bucket how much query cost the store lets a client use
 * @param unmetShare of order lines, between 0 and 1, that the suppliers cannot meet at first
 * @param writeEvery real time between two rounds of supplier files
 * @param unruly of purchase orders, between 0 and 1, of which the supplier has a whim
 * @param market which channels sell
 * @param formats of the files of each of the four suppliers
 */
public record SandboxOptions(
    long seed,
    Path folder,
    OrderSource orders,
    Instant start,
    double rate,
    Duration warmUp,
    Duration orderSpan,
    ThrottleBucket bucket,
    double unmetShare,
    Duration writeEvery,
    double unruly,
    Market market,
    List<Format> formats) {

  /**
   * The usual sandbox: synthetic orders over three simulated days that start now, a day in three
   * real seconds, the bucket of a large store, 15 of 100 lines unmet at first.
   */
  public static SandboxOptions of(Path folder, long seed, int orders) {
    return new SandboxOptions(
        seed,
        folder,
        OrderSource.synthetic(seed, orders),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Duration.ofDays(1).toSeconds() / 3.0,
        Duration.ZERO,
        Duration.ofDays(3),
        ThrottleBucket.PLUS,
        0.15,
        Duration.ofMillis(400),
        0,
        Market.STORE,
        Format.ONE_EACH);
  }

  /** The same with other orders. */
  public SandboxOptions withOrders(OrderSource other) {
    return with(draft -> draft.orders = other);
  }

  /** The same with another clock: where it starts, and simulated seconds in one real second. */
  public SandboxOptions withClock(Instant otherStart, double otherRate) {
    return with(
        draft -> {
          draft.start = otherStart;
          draft.rate = otherRate;
        });
  }

  /** The same with real time for a hub to come up before the first order is there. */
  public SandboxOptions withWarmUp(Duration other) {
    return with(draft -> draft.warmUp = other);
  }

  /** The same with the orders spread over another span of simulated time. */
  public SandboxOptions withOrderSpan(Duration other) {
    return with(draft -> draft.orderSpan = other);
  }

  /** The same with another bucket. */
  public SandboxOptions withBucket(ThrottleBucket other) {
    return with(draft -> draft.bucket = other);
  }

  /** The same with another share of order lines that cannot be met at first. */
  public SandboxOptions withUnmetShare(double other) {
    return with(draft -> draft.unmetShare = other);
  }

  /** The same with another real time between two rounds of supplier files. */
  public SandboxOptions withWriteEvery(Duration other) {
    return with(draft -> draft.writeEvery = other);
  }

  /** The same with another share of purchase orders of which the supplier has a whim. */
  public SandboxOptions withUnruly(double other) {
    return with(draft -> draft.unruly = other);
  }

  /** The same with other channels that sell. */
  public SandboxOptions withMarket(Market other) {
    return with(draft -> draft.market = other);
  }

  /** The same with other formats of the suppliers' files. */
  public SandboxOptions withFormats(List<Format> other) {
    return with(draft -> draft.formats = other);
  }

  private SandboxOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** The options while one of them changes. */
  private static final class Draft {
    private final SandboxOptions before;
    private OrderSource orders;
    private Instant start;
    private double rate;
    private Duration warmUp;
    private Duration orderSpan;
    private ThrottleBucket bucket;
    private double unmetShare;
    private Duration writeEvery;
    private double unruly;
    private Market market;
    private List<Format> formats;

    Draft(SandboxOptions before) {
      this.before = before;
      this.orders = before.orders;
      this.start = before.start;
      this.rate = before.rate;
      this.warmUp = before.warmUp;
      this.orderSpan = before.orderSpan;
      this.bucket = before.bucket;
      this.unmetShare = before.unmetShare;
      this.writeEvery = before.writeEvery;
      this.unruly = before.unruly;
      this.market = before.market;
      this.formats = before.formats;
    }

    SandboxOptions options() {
      return new SandboxOptions(
          before.seed,
          before.folder,
          orders,
          start,
          rate,
          warmUp,
          orderSpan,
          bucket,
          unmetShare,
          writeEvery,
          unruly,
          market,
          formats);
    }
  }
}
