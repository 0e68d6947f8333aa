package io.serai.sandbox.rest;

import io.serai.sandbox.order.SoldOrder;
import java.util.Map;

/** One account of a channel, as whoever runs the sandbox needs it. */
public interface ChannelSandbox extends AutoCloseable {
  /** The connector that speaks to it: {@code amazon}. */
  String connector();

  /** What {@code serai.yaml} gives the connector: addresses and credentials, by their names. */
  Map<String, String> settings();

  /** Its server: address, faults, rate limits, requests, and what came of comparing them. */
  RestServer server();

  /** Sells one more order, and tells the id that the channel gives it. */
  String sell(SoldOrder order);

  @Override
  void close();
}
