package io.serai.stock;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The offers and the reservations against them. A unit is promised once: offers are locked before
 * they are read for a promise, always in the order of SKU and supplier, and the database refuses
 * more reserved than on hand.
 */
public final class Ledger {
  private static final RowMapper<Reservation> RESERVATION =
      (row, context) ->
          new Reservation(
              row.getLong("id"),
              row.getLong("shipment_id"),
              row.getLong("order_line_id"),
              row.getString("supplier"),
              row.getString("sku"),
              row.getInt("line_number"),
              row.getInt("open"),
              row.getInt("acknowledged"),
              row.getInt("shipped"),
              row.getInt("released"),
              row.getInt("recalled"));

  private final Clock clock;
  private final StockChanges changes;

  /** Units of a reservation that something happens to. */
  public record Settled(Reservation reservation, int units) {}

  public Ledger(Clock clock) {
    this.clock = clock;
    this.changes = new StockChanges(clock);
  }

  /** Every offer of these SKUs, locked to this transaction. A SKU that nobody offers is absent. */
  public Map<String, List<StockedOffer>> lock(Handle handle, Collection<String> skus) {
    return offers(
        handle,
        skus,
        "select * from offer where sku = any(:skus) order by sku, supplier for update");
  }

  /** Every offer of these SKUs as it stands, without a lock. */
  public Map<String, List<StockedOffer>> look(Handle handle, Collection<String> skus) {
    return offers(
        handle, skus, "select * from offer where sku = any(:skus) order by sku, supplier");
  }

  private static Map<String, List<StockedOffer>> offers(
      Handle handle, Collection<String> skus, String query) {
    Map<String, List<StockedOffer>> offers = new HashMap<>();
    handle
        .createQuery(query)
        .bind("skus", skus.toArray(String[]::new))
        .map((row, context) -> offer(row))
        .forEach(offer -> offers.computeIfAbsent(offer.sku(), sku -> new ArrayList<>()).add(offer));
    return offers;
  }

  /** The suppliers that have ever offered anything. */
  public Set<String> offeringSuppliers(Handle handle) {
    return handle.createQuery("select distinct supplier from offer").mapTo(String.class).set();
  }

  /** The units of a SKU that can be promised, as they stand without a lock. */
  public int free(Handle handle, String sku) {
    return handle
        .createQuery("select coalesce(sum(on_hand - reserved), 0) from offer where sku = :sku")
        .bind("sku", sku)
        .mapTo(Integer.class)
        .one();
  }

  /** Locks the offers of these SKUs by one supplier to this transaction. */
  public void lock(Handle handle, String supplier, Collection<String> skus) {
    handle
        .createQuery(
            "select sku from offer where sku = any(:skus) and supplier = :supplier order by sku for update")
        .bind("skus", skus.toArray(String[]::new))
        .bind("supplier", supplier)
        .mapTo(String.class)
        .list();
  }

  /**
   * Writes new reservations and counts their units against their offers, which the caller has
   * locked.
   */
  public void promise(Handle handle, List<Reservation> reservations) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into reservation (id, shipment_id, order_line_id, supplier, sku, line_number, promised, open)
            values (:id, :shipment, :line, :supplier, :sku, :number, :open, :open)""");
    for (Reservation reservation : reservations) {
      batch
          .bind("id", reservation.id())
          .bind("shipment", reservation.shipmentId())
          .bind("line", reservation.orderLineId())
          .bind("supplier", reservation.supplier())
          .bind("sku", reservation.sku())
          .bind("number", reservation.lineNumber())
          .bind("open", reservation.open())
          .add();
    }
    batch.execute();
    countAsReserved(handle, reservations);
  }

  /**
   * The reservations of these shipments, by shipment, in the order of their purchase order lines.
   */
  public Map<Long, List<Reservation>> of(Handle handle, Collection<Long> shipments) {
    Map<Long, List<Reservation>> found = new TreeMap<>();
    handle
        .createQuery(
            "select * from reservation where shipment_id = any(:ids) order by shipment_id, line_number")
        .bind("ids", shipments.toArray(Long[]::new))
        .map(RESERVATION)
        .forEach(row -> found.computeIfAbsent(row.shipmentId(), id -> new ArrayList<>()).add(row));
    return found;
  }

  /** What a supplier asks for a unit of each of these SKUs, in the currency of the hub. */
  public Map<String, BigDecimal> costs(Handle handle, String supplier, Collection<String> skus) {
    Map<String, BigDecimal> costs = new HashMap<>();
    handle
        .createQuery(
            "select sku, unit_cost from offer where sku = any(:skus) and supplier = :supplier")
        .bind("skus", skus.toArray(String[]::new))
        .bind("supplier", supplier)
        .map((row, context) -> Map.entry(row.getString("sku"), row.getBigDecimal("unit_cost")))
        .forEach(entry -> costs.put(entry.getKey(), entry.getValue()));
    return costs;
  }

  /** Counts units of reservations as confirmed by the supplier. */
  public void acknowledge(Handle handle, List<Settled> confirmed) {
    PreparedBatch batch =
        handle.prepareBatch(
            "update reservation set acknowledged = acknowledged + :units where id = :id");
    confirmed.forEach(
        units -> batch.bind("units", units.units()).bind("id", units.reservation().id()).add());
    execute(batch);
  }

  /** Units have left the supplier: they are neither reserved nor on hand any more. */
  public void ship(Handle handle, List<Settled> shipped) {
    settle(
        handle,
        shipped,
        """
        update reservation set open = open - :units, shipped = shipped + :units,
          acknowledged = greatest(acknowledged - :units, 0), recalled = least(recalled, open - :units)
        where id = :id""",
        """
        update offer set reserved = reserved - :units, on_hand = on_hand - :units,
          reported = greatest(reported - :units, 0), changed_at = :at
        where sku = :sku and supplier = :supplier""");
  }

  /**
   * Units will not be shipped by their promise: they are free again, as far as the supplier
   * reported them.
   */
  public void release(Handle handle, List<Settled> released) {
    settle(
        handle,
        released,
        """
        update reservation set open = open - :units, released = released + :units,
          acknowledged = least(acknowledged, open - :units), recalled = least(recalled, open - :units)
        where id = :id""",
        """
        update offer set reserved = reserved - :units,
          on_hand = greatest(reported, reserved - :units), changed_at = :at
        where sku = :sku and supplier = :supplier""");
  }

  /** The supplier takes its confirmation of units back. */
  public void unacknowledge(Handle handle, List<Settled> doubted) {
    PreparedBatch batch =
        handle.prepareBatch(
            "update reservation set acknowledged = acknowledged - :units where id = :id");
    doubted.forEach(
        units -> batch.bind("units", units.units()).bind("id", units.reservation().id()).add());
    execute(batch);
  }

  /**
   * Units have left in the shape of another SKU: what was promised is free again, as far as the
   * supplier reported it.
   */
  public void shipInstead(Handle handle, List<Settled> shipped) {
    settle(
        handle,
        shipped,
        """
        update reservation set open = open - :units, shipped = shipped + :units,
          acknowledged = greatest(acknowledged - :units, 0), recalled = least(recalled, open - :units)
        where id = :id""",
        """
        update offer set reserved = reserved - :units,
          on_hand = greatest(reported, reserved - :units), changed_at = :at
        where sku = :sku and supplier = :supplier""");
  }

  /** Units that had been given up have left all the same: they count as shipped. */
  public void reclaim(Handle handle, List<Settled> reclaimed) {
    PreparedBatch batch =
        handle.prepareBatch(
            "update reservation set released = released - :units, shipped = shipped + :units where id = :id");
    reclaimed.forEach(
        units -> batch.bind("units", units.units()).bind("id", units.reservation().id()).add());
    execute(batch);
  }

  /** Units that were promised to nobody have left a supplier, whose count falls. */
  public void depart(Handle handle, String sku, String supplier, int units) {
    handle
        .createUpdate(
            """
            update offer set reported = greatest(reported - :units, 0),
              on_hand = greatest(reported - :units, reserved), changed_at = :at
            where sku = :sku and supplier = :supplier""")
        .bind("units", units)
        .bind("at", clock.instant())
        .bind("sku", sku)
        .bind("supplier", supplier)
        .execute();
    changes.note(handle, List.of(sku));
  }

  /** Keeps when a supplier will ship what it has confirmed; false if it had said so before. */
  public boolean expectParcel(Handle handle, long reservation, LocalDate shipDate) {
    return handle
            .createUpdate(
                "update reservation set expected_at = :date where id = :id and expected_at is distinct from :date")
            .bind("date", shipDate)
            .bind("id", reservation)
            .execute()
        > 0;
  }

  /** All that was ever promised to these order lines, the oldest first. */
  public List<Reservation> ofLines(Handle handle, Collection<Long> orderLines) {
    return handle
        .createQuery("select * from reservation where order_line_id = any(:lines) order by id")
        .bind("lines", orderLines.toArray(Long[]::new))
        .map(RESERVATION)
        .list();
  }

  /**
   * The supplier has said that it has no more of a SKU than what it has confirmed; until its next
   * stock file that stands.
   */
  public void exhausted(Handle handle, String sku, String supplier) {
    handle
        .createUpdate(
            """
            update offer set reported = least(reported, reserved), on_hand = reserved, changed_at = :at
            where sku = :sku and supplier = :supplier""")
        .bind("at", clock.instant())
        .bind("sku", sku)
        .bind("supplier", supplier)
        .execute();
    changes.note(handle, List.of(sku));
  }

  /** The supplier has said when it expects more of a SKU. */
  public void expect(Handle handle, String sku, String supplier, LocalDate restockDate) {
    handle
        .createUpdate(
            """
            update offer set restock_date = :date, restock_quantity = null, answered_date = :date, changed_at = :at
            where sku = :sku and supplier = :supplier""")
        .bind("at", clock.instant())
        .bind("date", restockDate)
        .bind("sku", sku)
        .bind("supplier", supplier)
        .execute();
  }

  /** One offer, by its key. */
  public record OfferName(String sku, String supplier) {}

  /** Takes the next offer of which more is promised than reported off its list. */
  public Optional<OfferName> nextShortfall(Handle handle) {
    return handle
        .createQuery(
            """
            with next as (select sku, supplier from shortfall order by id limit 1),
            taken as (
              delete from shortfall s using next where s.sku = next.sku and s.supplier = next.supplier)
            select sku, supplier from next""")
        .map((row, context) -> new OfferName(row.getString("sku"), row.getString("supplier")))
        .findOne();
  }

  /** The promises of an offer whose purchase orders are not written yet, the newest first. */
  public List<Reservation> notYetWritten(Handle handle, OfferName offer) {
    return handle
        .createQuery(
            """
            select r.* from reservation r join shipment s on s.id = r.shipment_id
            where r.sku = :sku and r.supplier = :supplier and r.open > 0 and s.state = 'planned'
            order by r.id desc""")
        .bind("sku", offer.sku())
        .bind("supplier", offer.supplier())
        .map(RESERVATION)
        .list();
  }

  /** A line's promises by a supplier whose purchase orders are not written yet. */
  public List<Reservation> notYetWritten(Handle handle, long orderLineId, String supplier) {
    return handle
        .createQuery(
            """
            select r.* from reservation r join shipment s on s.id = r.shipment_id
            where r.order_line_id = :line and r.supplier = :supplier and r.open > 0 and s.state = 'planned'
            order by r.id""")
        .bind("line", orderLineId)
        .bind("supplier", supplier)
        .map(RESERVATION)
        .list();
  }

  private void countAsReserved(Handle handle, List<Reservation> reservations) {
    changeOffers(
        handle,
        reservations.stream()
            .map(reservation -> new Settled(reservation, reservation.open()))
            .toList(),
        """
        update offer set reserved = reserved + :units, changed_at = :at
        where sku = :sku and supplier = :supplier""");
  }

  private void settle(Handle handle, List<Settled> settled, String ofReservation, String ofOffer) {
    PreparedBatch batch = handle.prepareBatch(ofReservation);
    settled.forEach(
        units -> batch.bind("units", units.units()).bind("id", units.reservation().id()).add());
    execute(batch);
    changeOffers(handle, settled, ofOffer);
  }

  // One statement an offer, in the order in which everybody locks them.
  private void changeOffers(Handle handle, List<Settled> settled, String ofOffer) {
    Map<String, Map<String, Integer>> units = new TreeMap<>();
    for (Settled each : settled) {
      units
          .computeIfAbsent(each.reservation().sku(), sku -> new TreeMap<>())
          .merge(each.reservation().supplier(), each.units(), Integer::sum);
    }
    PreparedBatch batch = handle.prepareBatch(ofOffer);
    units.forEach(
        (sku, bySupplier) ->
            bySupplier.forEach(
                (supplier, count) ->
                    batch
                        .bind("units", count)
                        .bind("at", clock.instant())
                        .bind("sku", sku)
                        .bind("supplier", supplier)
                        .add()));
    execute(batch);
    changes.note(handle, units.keySet());
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static StockedOffer offer(ResultSet row) throws SQLException {
    return new StockedOffer(
        row.getString("sku"),
        row.getString("supplier"),
        row.getInt("reported"),
        row.getInt("on_hand"),
        row.getInt("reserved"),
        row.getBigDecimal("unit_cost"),
        row.getInt("lead_days"),
        Optional.ofNullable(row.getDate("restock_date")).map(java.sql.Date::toLocalDate),
        row.getInt("restock_quantity"));
  }
}
