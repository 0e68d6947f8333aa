package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Connector;
import io.serai.mapping.Jq;
import java.util.Optional;

/**
 * What a connector declares in its block {@code webhooks}, with its jq compiled.
 *
 * @param id yields what makes a second arrival the same; the body's digest without it
 * @param when true for the notifications that are about orders
 * @param news yields the ids of the orders that have changed
 * @param orders yields the orders themselves, as a page of the poll holds them
 */
record Webhook(
    Proof proof, Optional<Jq> id, Optional<Jq> when, Optional<Jq> news, Optional<Jq> orders) {

  /** The declaration of a connector, if it has one. It is expected to have passed its schema. */
  static Optional<Webhook> of(Connector connector) {
    JsonNode block = connector.declared().path("webhooks");
    if (!block.isObject()) {
      return Optional.empty();
    }
    Programs programs = new Programs(connector.folder());
    return Optional.of(
        new Webhook(
            Proof.of(block.path("verify")),
            programs.maybe(block.path("id"), "webhooks.id"),
            programs.maybe(block.path("when"), "webhooks.when"),
            programs.maybe(block.path("news"), "webhooks.news"),
            programs.maybe(block.path("orders"), "webhooks.orders")));
  }
}
