package io.serai.hub;

import io.serai.flow.StageRoute.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Counts the runs of every route, from the start of the hub. */
final class RouteCounts implements RoutePolicyFactory {
  private static final String BEGUN = "serai.begun.";

  private final Clock clock;
  private final Map<String, Counting> byRoute = new ConcurrentHashMap<>();

  RouteCounts(Clock clock) {
    this.clock = clock;
  }

  /** What a route has done. */
  Tally of(String route) {
    return byRoute.computeIfAbsent(route, Counting::new).tally();
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext context, String route, NamedNode definition) {
    return byRoute.computeIfAbsent(route, Counting::new);
  }

  private final class Counting extends RoutePolicySupport {
    private final String begun;
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Instant> last = new AtomicReference<>();

    Counting(String route) {
      begun = BEGUN + route;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      // One exchange may run through several routes, each with a time of its own.
      exchange.setProperty(begun, System.nanoTime());
      inFlight.incrementAndGet();
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      if (exchange.removeProperty(begun) instanceof Long since) {
        nanos.addAndGet(System.nanoTime() - since);
        inFlight.decrementAndGet();
        done.incrementAndGet();
        last.set(clock.instant());
        if (exchange.isFailed() || exchange.getProperty(Exchange.EXCEPTION_CAUGHT) != null) {
          failed.incrementAndGet();
        }
      }
    }

    Tally tally() {
      return new Tally(
          done.get(),
          failed.get(),
          inFlight.get(),
          Optional.ofNullable(last.get()),
          Duration.ofNanos(nanos.get()));
    }
  }
}
