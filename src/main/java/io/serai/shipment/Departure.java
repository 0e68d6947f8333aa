package io.serai.shipment;

import java.time.Instant;

/**
 * When a purchase order goes out.
 *
 * @param at not before this time, by the hub's clock
 * @param together whether its order is planned once more then, with all others that wait
 */
public record Departure(Instant at, boolean together) {
  /** At that time, as it was planned. */
  public static Departure at(Instant time) {
    return new Departure(time, false);
  }
}
