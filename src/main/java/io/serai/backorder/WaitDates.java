package io.serai.backorder;

import io.serai.plan.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Estimates all that wait for a SKU, in one pass along its queue, and with the estimate the dates
 * that hang on it. Only what changes is written.
 */
public final class WaitDates {
  private static final int FETCH = 2_000;

  private final Clock clock;
  private final Rules rules;
  private final DeadlinePolicy policy;
  private final Outlook outlook;

  public WaitDates(Clock clock, Rules rules, DeadlinePolicy policy, Outlook outlook) {
    this.clock = clock;
    this.rules = rules;
    this.policy = policy;
    this.outlook = outlook;
  }

  /**
   * A wait whose dates are to change.
   *
   * @param tell whether its customer was told otherwise
   */
  public record Change(
      Wait waiting, Estimate estimate, Instant cancelAt, Optional<Instant> warnAt, boolean tell) {

    /** Whether the date is another, and not only on whose word it rests. */
    public boolean isAnotherDate() {
      return !waiting.estimate.date().equals(estimate.date());
    }
  }

  /** One place in the queue, with its dates as they stand. */
  public record Wait(
      long id,
      long orderId,
      String sku,
      int quantity,
      String channel,
      String country,
      Set<String> refused,
      Optional<String> supplier,
      Estimate estimate,
      Instant promisedAt,
      Optional<LocalDate> toldEta,
      int delaysTold,
      boolean isToBeTold) {}

  /** The waits of a SKU whose estimates are others now, in queue order. */
  public List<Change> changes(Handle handle, String sku) {
    Arrivals arrivals = outlook.arrivals(handle, List.of(sku)).get(sku);
    Map<String, LocalDate> today = outlook.today();
    Map<String, Boolean> allowed = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    handle
        .createQuery(
            """
            select b.*, o.channel, o.country,
              (select array_agg(r.supplier) from refusal r where r.order_line_id = b.order_line_id) as refused
            from backorder b join customer_order o on o.id = b.order_id
            where b.sku = :sku and b.quantity > 0 order by -b.priority, b.promised_at, b.id""")
        .bind("sku", sku)
        .setFetchSize(FETCH)
        .map((row, context) -> wait(row))
        .forEach(
            wait -> {
              Optional<Estimate> next =
                  arrivals.next(wait.quantity(), supplier -> serves(wait, supplier, allowed));
              change(wait, next.orElseGet(() -> onShelf(wait, today))).ifPresent(changes::add);
            });
    return changes;
  }

  // What lies on the shelf for it may wait for something else, such as the rest of its order: the
  // date that it has stands until it passes.
  private Estimate onShelf(Wait wait, Map<String, LocalDate> today) {
    Optional<LocalDate> day = wait.estimate.supplier().map(today::get);
    LocalDate now = day.orElseGet(() -> clock.instant().atZone(policy.zone()).toLocalDate());
    return wait.estimate.date().filter(eta -> eta.isBefore(now)).isPresent()
        ? Estimate.NONE
        : wait.estimate;
  }

  private boolean serves(Wait wait, String supplier, Map<String, Boolean> allowed) {
    return !wait.refused.contains(supplier)
        && allowed.computeIfAbsent(
            wait.channel + "\n" + wait.country + "\n" + supplier,
            key -> rules.allow(wait.channel, wait.country, supplier, wait.sku));
  }

  private Optional<Change> change(Wait wait, Estimate estimate) {
    DeadlineTerms terms =
        policy.terms(wait.channel, estimate.supplier().or(wait::supplier), wait.sku);
    boolean tell =
        (wait.toldEta.isPresent() || wait.delaysTold > 0)
            && terms.mustTell(wait.toldEta, estimate.date());
    if (wait.estimate.equals(estimate) && (!tell || wait.isToBeTold)) {
      return Optional.empty();
    }
    Instant cancelAt = terms.cancelAt(wait.promisedAt, estimate.date());
    return Optional.of(new Change(wait, estimate, cancelAt, terms.warnAt(cancelAt), tell));
  }

  /** Writes changes down; the caller has locked their orders. */
  public void write(Handle handle, List<Change> changes) {
    handle
        .createUpdate(
            """
            update backorder b set supplier = coalesce(c.supplier, b.supplier), eta = c.eta, eta_source = c.source,
              cancel_at = c.cancel_at, warn_at = c.warn_at,
              notify_at = case when c.tell then cast(:now as timestamptz) else b.notify_at end,
              notified_at = case when c.tell then null else b.notified_at end
            from unnest(:ids, :suppliers, cast(:etas as date[]), :sources, :cancelAts, :warnAts, :tells)
              as c(id, supplier, eta, source, cancel_at, warn_at, tell)
            where b.id = c.id and b.quantity > 0""")
        .bind("now", clock.instant())
        .bind("ids", changes.stream().map(one -> one.waiting().id()).toArray(Long[]::new))
        .bind("suppliers", texts(changes, one -> one.estimate().supplier()))
        .bind("etas", texts(changes, one -> one.estimate().date().map(LocalDate::toString)))
        .bind("sources", texts(changes, one -> Optional.of(one.estimate().source().word())))
        .bind("cancelAts", changes.stream().map(Change::cancelAt).toArray(Instant[]::new))
        .bind(
            "warnAts",
            changes.stream().map(one -> one.warnAt().orElse(null)).toArray(Instant[]::new))
        .bind("tells", changes.stream().map(Change::tell).toArray(Boolean[]::new))
        .execute();
  }

  private static String[] texts(List<Change> changes, Function<Change, Optional<String>> text) {
    return changes.stream().map(one -> text.apply(one).orElse(null)).toArray(String[]::new);
  }

  private Wait wait(ResultSet row) throws SQLException {
    Optional<LocalDate> eta = date(row, "eta");
    Optional<String> supplier = Optional.ofNullable(row.getString("supplier"));
    return new Wait(
        row.getLong("id"),
        row.getLong("order_id"),
        row.getString("sku"),
        row.getInt("quantity"),
        row.getString("channel"),
        row.getString("country"),
        row.getArray("refused") == null
            ? Set.of()
            : Set.of((String[]) row.getArray("refused").getArray()),
        supplier,
        new Estimate(
            eta.isEmpty() ? Optional.empty() : supplier,
            eta,
            EtaSource.of(row.getString("eta_source"))),
        row.getTimestamp("promised_at").toInstant().plusSeconds(row.getLong("paused_seconds")),
        date(row, "told_eta"),
        row.getInt("delays_told"),
        row.getTimestamp("notified_at") == null
            && !row.getTimestamp("notify_at").toInstant().isAfter(clock.instant()));
  }

  private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getDate(column)).map(java.sql.Date::toLocalDate);
  }
}
