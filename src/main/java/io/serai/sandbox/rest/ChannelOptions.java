package io.serai.sandbox.rest;

import io.serai.sandbox.contract.OfficialRequests;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.world.ChannelEffects;
import java.time.Clock;
import java.util.List;

/**
 * How one account of a channel is set up.
 *
 * @param clock simulated time: an order is there from its time of creation on
 * @param pace simulated seconds in one real second, by which rate limits count; tokens end by real
 *     time
 * @param effects where it records what the hub does
 * @param official what its requests are compared with
 * @param orders what it sells, oldest first
 */
public record ChannelOptions(
    Clock clock,
    double pace,
    ChannelEffects effects,
    OfficialRequests official,
    List<SoldOrder> orders) {
  /** Copies the orders, so that the options cannot change. */
  public ChannelOptions {
    orders = List.copyOf(orders);
  }
}
