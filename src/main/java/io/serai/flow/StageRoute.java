package io.serai.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A route of a stage, or a route template with the route of each account.
 *
 * @param id of the route or template
 * @param from where its messages come from: an address without its parameters
 * @param to where it sends to, in the order of the route: addresses without their parameters
 * @param accounts one run for each account; a single one, without a name, for a plain route
 */
public record StageRoute(String id, String from, List<String> to, List<Run> accounts) {
  /** Keeps its own copies. */
  public StageRoute {
    to = List.copyOf(to);
    accounts = List.copyOf(accounts);
  }

  /**
   * One route as it runs.
   *
   * @param account whose it is; empty for a plain route
   */
  public record Run(String account, boolean started, Tally tally) {}

  /** What all its accounts have done together. */
  public Tally tally() {
    return accounts.stream().map(Run::tally).reduce(Tally.NONE, Tally::plus);
  }

  /** How many of its accounts' routes are stopped. */
  public long stopped() {
    return accounts.stream().filter(run -> !run.started()).count();
  }

  /** Whether each account has a route of its own. */
  public boolean isPerAccount() {
    return accounts.stream().anyMatch(run -> !run.account().isEmpty());
  }

  /** Whether it hands what it has to another route at once, without the database between them. */
  public boolean handsTo(StageRoute other) {
    return other.from().startsWith("direct:") && to.contains(other.from());
  }

  /**
   * What a route has done since the start of this hub.
   *
   * @param done runs that have ended, the failed among them
   * @param failed runs in which something went wrong that the route had to handle
   * @param inFlight runs that have not ended
   * @param last when the last run ended
   * @param spent the time of all runs that have ended
   */
  public record Tally(
      long done, long failed, long inFlight, Optional<Instant> last, Duration spent) {
    static final Tally NONE = new Tally(0, 0, 0, Optional.empty(), Duration.ZERO);

    Tally plus(Tally other) {
      return new Tally(
          done + other.done,
          failed + other.failed,
          inFlight + other.inFlight,
          last.filter(at -> other.last.isEmpty() || at.isAfter(other.last.get())).or(other::last),
          spent.plus(other.spent));
    }

    /** The mean time of a run in milliseconds; nothing before the first. */
    public Optional<Long> meanMillis() {
      return done == 0 ? Optional.empty() : Optional.of(spent.toMillis() / done);
    }
  }
}
