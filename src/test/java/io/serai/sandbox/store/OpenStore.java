package io.serai.sandbox.store;

import io.serai.sandbox.HandClock;
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.world.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A store with a clock that a test sets by hand, and a client of it. */
final class OpenStore implements AutoCloseable {
  static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");
  static final ThrottleBucket AMPLE = new ThrottleBucket(1_000_000, 1_000, 1_000);

  final World world = new World();
  final SandboxStore store;
  final StoreClient client;
  private final HandClock clock = new HandClock(MONDAY);

  OpenStore(ThrottleBucket bucket, SoldOrder... orders) {
    SandboxStore.Settings settings = new SandboxStore.Settings("secret", "USD", bucket);
    this.store = SandboxStore.open(settings, clock, world.channel("store"), List.of(orders));
    this.client = new StoreClient(store.url().resolve(SandboxStore.PATH), "secret");
  }

  void setTime(Instant instant) {
    clock.set(instant);
  }

  static SoldOrder order(String name, Instant at, SoldLine... lines) {
    Address address =
        new Address(
            "<b>Zoë</b>",
            "O'Hara 🦊",
            "",
            "1 High Street",
            "",
            "Leeds",
            "",
            "",
            "LS1 4DY",
            "GB",
            "");
    return new SoldOrder(
        name, at, "customer-1@example.com", "", "en", "USD", address, List.of(lines));
  }

  static SoldLine line(String sku, int quantity) {
    return new SoldLine(sku, "Thing " + sku, quantity, new BigDecimal("2.50"), true);
  }

  @Override
  public void close() {
    store.close();
  }
}
