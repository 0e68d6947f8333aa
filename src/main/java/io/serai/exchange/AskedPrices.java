package io.serai.exchange;

import io.serai.shipment.Shipment;
import io.serai.stock.Reservation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What purchase orders said that a unit costs, and what suppliers have answered since, by the
 * purchase order line's reservation.
 */
public final class AskedPrices {

  /**
   * The price of a unit.
   *
   * @param asked as the purchase order said it
   * @param currency of both, ISO 4217
   * @param answered as the supplier has said it since; empty: nothing else
   */
  public record Price(BigDecimal asked, String currency, Optional<BigDecimal> answered) {
    /** The last that was said. */
    public BigDecimal agreed() {
      return answered.orElse(asked);
    }
  }

  private record Asked(long reservation, BigDecimal cost, String currency) {}

  /**
   * Keeps the prices that purchase orders are written with.
   *
   * @param leaving the shipments of these purchase orders, one for one
   * @param lines of the shipments
   */
  void keep(
      Handle handle,
      List<Shipment> leaving,
      Map<Long, List<Reservation>> lines,
      List<PurchaseOrder> written) {
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String currency = written.get(i).currency();
      Map<Integer, Long> reservations = new HashMap<>();
      lines
          .get(leaving.get(i).id())
          .forEach(line -> reservations.put(line.lineNumber(), line.id()));
      for (PurchaseOrder.Line line : written.get(i).lines()) {
        asked.add(new Asked(reservations.get(line.number()), line.unitCost(), currency));
      }
    }
    keep(handle, asked);
  }

  private static void keep(Handle handle, List<Asked> asked) {
    handle
        .createUpdate(
            """
            update reservation r set asked_cost = a.cost::numeric, asked_currency = a.currency
            from unnest(:ids::bigint[], :costs::text[], :currencies::text[]) as a (id, cost, currency)
            where r.id = a.id""")
        .bind("ids", asked.stream().map(Asked::reservation).toArray(Long[]::new))
        .bind(
            "costs", asked.stream().map(each -> each.cost().toPlainString()).toArray(String[]::new))
        .bind("currencies", asked.stream().map(Asked::currency).toArray(String[]::new))
        .execute();
  }

  /** The prices of these lines; one whose purchase order kept none is left out. */
  public Map<Long, Price> of(Handle handle, Collection<Long> reservations) {
    Map<Long, Price> prices = new HashMap<>();
    handle
        .createQuery(
            """
            select id, asked_cost, asked_currency, answered_cost from reservation
            where id = any(:ids) and asked_cost is not null""")
        .bind("ids", reservations.toArray(Long[]::new))
        .map(
            (row, context) ->
                prices.put(
                    row.getLong("id"),
                    new Price(
                        row.getBigDecimal("asked_cost"),
                        row.getString("asked_currency"),
                        Optional.ofNullable(row.getBigDecimal("answered_cost")))))
        .list();
    return prices;
  }

  /** The supplier has named a price of its own. */
  void answered(Handle handle, long reservation, BigDecimal price) {
    handle
        .createUpdate("update reservation set answered_cost = :price where id = :id")
        .bind("price", price)
        .bind("id", reservation)
        .execute();
  }
}
