package io.serai.deadline;

import io.serai.backorder.DeadlinePolicy;
import io.serai.backorder.Outlook;
import io.serai.backorder.RestockNews;
import io.serai.backorder.RestockNews.Noted;
import io.serai.backorder.WaitDates;
import io.serai.backorder.WaitDates.Change;
import io.serai.order.OrderStore;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the estimated dates of those who wait: where the news of a SKU ask for it, its whole queue
 * is estimated anew, and what changes is written a part at a time, so that nobody waits long for an
 * order that is locked here.
 */
public final class Estimates {
  private final Clock clock;
  private final OrderStore orders;
  private final RestockNews news;
  private final Outlook outlook;
  private final WaitDates dates;
  private final DeadlinePolicy policy;
  private final Timeline timeline;

  public Estimates(
      Clock clock,
      OrderStore orders,
      RestockNews news,
      Outlook outlook,
      WaitDates dates,
      DeadlinePolicy policy,
      Timeline timeline) {
    this.clock = clock;
    this.orders = orders;
    this.news = news;
    this.outlook = outlook;
    this.dates = dates;
    this.policy = policy;
    this.timeline = timeline;
  }

  /** Notes the SKUs of estimates that have passed without a restock. */
  public void noteOverdue(Handle handle) {
    news.noteOverdue(handle, outlook.today(), clock.instant().atZone(policy.zone()).toLocalDate());
  }

  /** The next SKU to estimate anew. */
  public Optional<Noted> next(Handle handle) {
    return news.next(handle);
  }

  /** The waits of a SKU whose dates change. */
  public List<Change> changes(Handle handle, Noted noted) {
    return dates.changes(handle, noted.sku());
  }

  /** Writes a part of the changes. */
  public void write(Handle handle, List<Change> part) {
    Set<Long> ids =
        part.stream().map(change -> change.waiting().orderId()).collect(Collectors.toSet());
    orders.lock(handle, ids);
    dates.write(handle, part);
    timeline.write(
        handle,
        part.stream()
            .filter(Change::isAnotherDate)
            .map(
                change ->
                    new Entry(
                        change.waiting().orderId(),
                        "expected",
                        change.waiting().quantity()
                            + " units of "
                            + change.waiting().sku()
                            + ": "
                            + change.estimate().told()
                            + "."))
            .toList());
  }

  /** The SKU is estimated as far as it was noted. */
  public void done(Handle handle, Noted noted) {
    news.done(handle, noted);
  }
}
