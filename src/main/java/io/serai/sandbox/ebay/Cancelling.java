package io.serai.sandbox.ebay;

import io.serai.sandbox.ebay.EbayOrder.Cancel;
import io.serai.sandbox.world.Cancellation;
import io.serai.sandbox.world.ChannelEffects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whole orders are cancelled, and only before anything of them has shipped. */
final class Cancelling {
  private static final String BUYER = "BUYER";

  private final EbayBooks books;
  private final ChannelEffects effects;

  Cancelling(EbayBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  /** The seller cancels; empty when the order is none that can be. */
  Optional<String> bySeller(EbayOrder order, String reason) {
    boolean canBe =
        order.cancel() == Cancel.NONE_REQUESTED
            && order.packages().isEmpty()
            && order.paymentStatus().equals("PAID");
    return canBe ? Optional.of(cancel(order, books.nextId(), "SELLER", reason)) : Optional.empty();
  }

  /** The seller agrees to what the buyer has asked for; false when nothing is asked. */
  boolean approve(EbayOrder order) {
    if (order.cancel() != Cancel.IN_PROGRESS) {
      return false;
    }
    cancel(order, order.cancelId(), BUYER, "the buyer asked for it");
    return true;
  }

  /** The buyer asks for it, and the seller has to say. */
  void ask(EbayOrder order) {
    order.cancel(Cancel.IN_PROGRESS, books.nextId(), BUYER, books.now());
  }

  /** The buyer cancels within the hour, without asking. */
  void byBuyer(EbayOrder order) {
    cancel(order, books.nextId(), BUYER, "the buyer cancelled");
  }

  private String cancel(EbayOrder order, String id, String initiator, String note) {
    order.cancel(Cancel.CANCELED, id, initiator, books.now());
    Map<String, Integer> units = new LinkedHashMap<>();
    order.lines().stream()
        .filter(line -> line.left() > 0)
        .forEach(line -> units.put(line.id(), line.left()));
    effects.cancelled(new Cancellation("ebay-cancel-" + id, order.id(), note, units));
    return id;
  }
}
