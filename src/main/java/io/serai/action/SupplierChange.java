package io.serai.action;

import io.serai.allocation.Allocation;
import io.serai.allocation.Decision;
import io.serai.allocation.Need;
import io.serai.allocation.Refusals;
import io.serai.allocation.Stock;
import io.serai.intake.AtSuppliers;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.stock.StockedOffer;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Has another supplier ship the units of a line that nobody has been asked for: those promised and
 * in no purchase order, and those that wait. What a supplier has been asked for stays with it,
 * since nobody else may be asked for a unit that may still leave; it is cancelled there first.
 */
public final class SupplierChange {
  private final Set<String> enabled;
  private final Refusals refusals;
  private final Allocation allocation;
  private final Replacement replacement;
  private final AtSuppliers atSuppliers;
  private final Timeline timeline;

  /**
   * The change, among some suppliers.
   *
   * @param enabled the ids of those that may be asked for anything
   */
  public SupplierChange(
      Set<String> enabled,
      Refusals refusals,
      Allocation allocation,
      Replacement replacement,
      AtSuppliers atSuppliers,
      Timeline timeline) {
    this.enabled = Set.copyOf(enabled);
    this.refusals = refusals;
    this.allocation = allocation;
    this.replacement = replacement;
    this.atSuppliers = atSuppliers;
    this.timeline = timeline;
  }

  /** The suppliers that have free units of a line's SKU and may send them there. */
  List<SupplierChoice> choices(Handle handle, Order order, OrderLine line) {
    Set<String> refused = refused(handle, line);
    Stock stock = allocation.look(handle, Set.of(line.sku()));
    return enabled.stream()
        .filter(supplier -> serves(supplier, order, line) && !refused.contains(supplier))
        .flatMap(supplier -> stock.offer(line.sku(), supplier).stream())
        .filter(offer -> offer.free() > 0)
        .map(
            offer ->
                new SupplierChoice(
                    offer.supplier(), offer.free(), offer.unitCost(), offer.leadDays()))
        .sorted(
            Comparator.comparing(SupplierChoice::unitCost).thenComparing(SupplierChoice::supplier))
        .toList();
  }

  Outcome change(Handle handle, Order order, OrderLine line, String supplier, Doer who) {
    Unsent all =
        replacement
            .unsent(handle, order)
            .only(
                promise -> promise.orderLineId() == line.id(),
                wait -> wait.orderLineId() == line.id());
    Unsent moving = all.only(promise -> !promise.supplier().equals(supplier), wait -> true);
    if (moving.isEmpty()) {
      if (!all.isEmpty()) {
        return Outcome.already("Line " + line.line() + " ships from " + supplier + " already.");
      }
      throw new ActionRefused(
          nothingToMove(handle, order, line, replacement.asked(handle, line, all)));
    }
    int units = moving.units().get(line.id());
    Decision decision = decide(handle, order, line, supplier, moving, units);
    int asked = replacement.asked(handle, line, all);
    replacement.write(handle, order, moving, decision);
    String rest =
        asked == 0 ? "" : "; " + asked + " stay where they are, since their supplier was asked";
    String what = units + " of " + line.sku() + " ship from " + supplier + rest + ".";
    timeline.write(
        handle,
        List.of(new Entry(order.id(), "planned", who.name() + " changed the supplier: " + what)));
    return Outcome.done(what);
  }

  private Decision decide(
      Handle handle, Order order, OrderLine line, String supplier, Unsent moving, int units) {
    Stock stock = allocation.lockForQueue(handle, Set.of(line.sku()));
    int free = free(handle, order, line, supplier, stock);
    if (free < units) {
      throw new ActionRefused(
          supplier + " has " + free + " of " + line.sku() + " free, and " + units + " are needed.");
    }
    Set<String> others = new TreeSet<>();
    stock.of(line.sku()).forEach(offer -> others.add(offer.supplier()));
    others.remove(supplier);
    Decision decision =
        allocation.decideReleased(
            Need.of(order, Map.of(line.id(), units), Map.of(line.id(), others)), stock);
    if (!decision.waiting().isEmpty()) {
      throw new ActionRefused(
          "The rules let "
              + supplier
              + " ship fewer than "
              + units
              + " of its "
              + free
              + " free units of "
              + line.sku()
              + ": look at its safety buffer and its minimum order.");
    }
    return decision;
  }

  private int free(Handle handle, Order order, OrderLine line, String supplier, Stock stock) {
    Optional<StockedOffer> offer = stock.offer(line.sku(), supplier);
    if (!enabled.contains(supplier) || offer.isEmpty()) {
      throw new ActionRefused(supplier + " does not offer " + line.sku() + ".");
    }
    if (!serves(supplier, order, line)) {
      throw new ActionRefused(
          "By the rules "
              + supplier
              + " does not ship "
              + line.sku()
              + " to "
              + order.shipTo().country()
              + " for "
              + order.channel()
              + ".");
    }
    if (refused(handle, line).contains(supplier)) {
      throw new ActionRefused(supplier + " has refused this line before; choose another supplier.");
    }
    return offer.get().free();
  }

  private String nothingToMove(Handle handle, Order order, OrderLine line, int asked) {
    if (asked == 0) {
      return "Line "
          + line.line()
          + " has no units that could move: they have shipped, are cancelled or held.";
    }
    return "The "
        + asked
        + " open units of line "
        + line.line()
        + " are with their supplier already ("
        + atSuppliers.describe(handle, order.id()).orElse("being stopped")
        + "). No other is asked for them while they may still leave: cancel them, or have the supplier"
        + " refuse them, and they are planned anew.";
  }

  private boolean serves(String supplier, Order order, OrderLine line) {
    return allocation.serves(supplier, order.channel(), order.shipTo().country(), line.sku());
  }

  private Set<String> refused(Handle handle, OrderLine line) {
    return refusals.of(handle, Set.of(line.id())).getOrDefault(line.id(), Set.of());
  }
}
