package io.serai.sandbox.customer;

import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.store.SandboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A few customers who think again after they have bought: within three days one cancels the order
 * in the store, another has it sent elsewhere.
 */
public final class SecondThoughts implements AutoCloseable {
  private static final int ONE_IN = 40;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(SecondThoughts::thread);
  private final SandboxStore store;
  private final Clock clock;
  private final List<Thought> thoughts = new ArrayList<>();

  private record Thought(Instant at, SoldOrder order, boolean cancels) {}

  private SecondThoughts(long seed, SandboxStore store, Clock clock, List<SoldOrder> orders) {
    this.store = store;
    this.clock = clock;
    for (SoldOrder order : orders) {
      SplittableRandom chance = new SplittableRandom(seed ^ order.name().hashCode());
      if (chance.split().nextInt(ONE_IN) == 0) {
        Duration after = Duration.ofMinutes(30 + chance.nextInt(3 * 24 * 60));
        thoughts.add(new Thought(order.createdAt().plus(after), order, chance.nextInt(3) > 0));
      }
    }
    thoughts.sort(Comparator.comparing(Thought::at));
  }

  /** Lets the customers think from now on. */
  public static SecondThoughts start(
      long seed, SandboxStore store, Clock clock, List<SoldOrder> orders) {
    SecondThoughts customers = new SecondThoughts(seed, store, clock, orders);
    customers.thread.scheduleWithFixedDelay(customers::look, 200, 200, TimeUnit.MILLISECONDS);
    return customers;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void look() {
    while (!thoughts.isEmpty() && !thoughts.get(0).at().isAfter(clock.instant())) {
      act(thoughts.remove(0));
    }
  }

  private void act(Thought thought) {
    String id = store.idOf(thought.order().name());
    if (thought.cancels()) {
      store.cancel(id);
    } else {
      store.move(id, elsewhere(thought.order().shippingAddress()));
    }
  }

  private static Address elsewhere(Address home) {
    return new Address(
        home.firstName(),
        home.lastName(),
        home.company(),
        "1 New Street",
        home.address2(),
        home.city(),
        home.province(),
        home.provinceCode(),
        home.zip(),
        home.countryCode(),
        home.phone());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox-second-thoughts");
    thread.setDaemon(true);
    return thread;
  }
}
