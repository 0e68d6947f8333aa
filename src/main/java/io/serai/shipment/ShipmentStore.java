package io.serai.shipment;

import io.serai.order.OrderStore;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of shipments. Of an order on hold none is ever due to leave. */
public final class ShipmentStore {
  private static final RowMapper<Shipment> SHIPMENT =
      (row, context) ->
          new Shipment(
              row.getLong("id"),
              row.getLong("order_id"),
              row.getString("supplier"),
              row.getString("po_number"),
              row.getString("state"),
              Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant));

  // Few orders are on hold at a time, so they are looked for among those alone.
  private static final String NOT_ON_HOLD =
      "order_id not in (select id from customer_order where hold_reason is not null)";

  private final Clock clock;

  public ShipmentStore(Clock clock) {
    this.clock = clock;
  }

  /** The shipments of these orders that are still open for more lines. */
  public List<Shipment> open(Handle handle, Collection<Long> orders) {
    return handle
        .createQuery(
            "select * from shipment where order_id = any(:orders) and state = 'planned' for update")
        .bind("orders", orders.toArray(Long[]::new))
        .map(SHIPMENT)
        .list();
  }

  /**
   * Writes new shipments and returns them.
   *
   * @param suppliersByOrder for each order the suppliers that ship a part of it
   * @param departure when their purchase orders go out
   */
  public List<Shipment> create(
      Handle handle, Map<Long, Set<String>> suppliersByOrder, Departure departure) {
    int count = suppliersByOrder.values().stream().mapToInt(Set::size).sum();
    var ids = OrderStore.nextIds(handle, "shipment_id", count).iterator();
    List<Shipment> created =
        suppliersByOrder.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .map(supplier -> planned(ids.next(), entry.getKey(), supplier)))
            .toList();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into shipment (id, order_id, supplier, po_number, state, leaves_at, together, created_at)
            values (:id, :order, :supplier, :poNumber, 'planned', :leavesAt, :together, :at)""");
    for (Shipment shipment : created) {
      batch
          .bind("id", shipment.id())
          .bind("order", shipment.orderId())
          .bind("supplier", shipment.supplier())
          .bind("poNumber", shipment.poNumber())
          .bind("leavesAt", departure.at())
          .bind("together", departure.together())
          .bind("at", clock.instant())
          .add();
    }
    batch.execute();
    return created;
  }

  /** The suppliers that have purchase orders due to go out now. */
  public List<String> suppliersDue(Handle handle) {
    return handle
        .createQuery(
            """
            select distinct supplier from shipment where state = 'planned' and not together and leaves_at <= :now
              and %s order by supplier"""
                .formatted(NOT_ON_HOLD))
        .bind("now", clock.instant())
        .mapTo(String.class)
        .list();
  }

  /** The orders of the oldest shipments of a supplier that are due to go out now. */
  public List<Long> ordersDue(Handle handle, String supplier, int limit) {
    return handle
        .createQuery(
            """
            select order_id from shipment where supplier = :supplier and state = 'planned' and not together and leaves_at <= :now
              and %s order by id limit :limit"""
                .formatted(NOT_ON_HOLD))
        .bind("supplier", supplier)
        .bind("now", clock.instant())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /**
   * Of these orders the shipments of a supplier that are due to go out now; the caller has locked
   * the orders.
   */
  public List<Shipment> due(Handle handle, String supplier, Collection<Long> orders) {
    return handle
        .createQuery(
            """
            select * from shipment where supplier = :supplier and order_id = any(:orders)
              and state = 'planned' and not together and leaves_at <= :now
              and %s order by id"""
                .formatted(NOT_ON_HOLD))
        .bind("supplier", supplier)
        .bind("orders", orders.toArray(Long[]::new))
        .bind("now", clock.instant())
        .map(SHIPMENT)
        .list();
  }

  /** Lets a planned shipment wait this long before it is due again. */
  public void postpone(Handle handle, long shipment, Duration wait) {
    handle
        .createUpdate("update shipment set leaves_at = :until where id = :id and state = 'planned'")
        .bind("until", clock.instant().plus(wait))
        .bind("id", shipment)
        .execute();
  }

  /** Notes that the shipments stand in a purchase order document. */
  public void gathered(Handle handle, Collection<Long> shipments, long documentId) {
    handle
        .createUpdate(
            "update shipment set state = 'gathered', document_id = :document where id = any(:ids)")
        .bind("document", documentId)
        .bind("ids", shipments.toArray(Long[]::new))
        .execute();
  }

  /** The shipments whose purchase orders stand in a document. */
  public List<Shipment> inDocument(Handle handle, long documentId) {
    return handle
        .createQuery("select * from shipment where document_id = :document order by id")
        .bind("document", documentId)
        .map(SHIPMENT)
        .list();
  }

  /**
   * Notes that a document with purchase orders has reached the supplier.
   *
   * @param answerWithin the time the supplier has to answer them; empty: no answer is expected
   */
  public void sent(Handle handle, long documentId, Optional<Duration> answerWithin) {
    handle
        .createUpdate(
            """
            update shipment set state = 'sent', sent_at = :at, answer_by = :answerBy
            where document_id = :document and state = 'gathered'""")
        .bind("at", clock.instant())
        .bind("answerBy", answerWithin.map(clock.instant()::plus).orElse(null))
        .bind("document", documentId)
        .execute();
  }

  /** The shipments that these purchase order numbers of a supplier name. */
  public Map<String, Shipment> byPoNumber(
      Handle handle, String supplier, Collection<String> poNumbers) {
    Map<String, Shipment> found = new HashMap<>();
    handle
        .createQuery(
            "select * from shipment where po_number = any(:numbers) and supplier = :supplier")
        .bind("numbers", poNumbers.toArray(String[]::new))
        .bind("supplier", supplier)
        .map(SHIPMENT)
        .forEach(shipment -> found.put(shipment.poNumber(), shipment));
    return found;
  }

  /** Shipments by their ids. */
  public Map<Long, Shipment> byId(Handle handle, Collection<Long> ids) {
    Map<Long, Shipment> found = new HashMap<>();
    handle
        .createQuery("select * from shipment where id = any(:ids)")
        .bind("ids", ids.toArray(Long[]::new))
        .map(SHIPMENT)
        .forEach(shipment -> found.put(shipment.id(), shipment));
    return found;
  }

  /** The shipments of these orders whose purchase orders are written, and not all settled. */
  public List<Shipment> asked(Handle handle, Collection<Long> orders) {
    return handle
        .createQuery(
            "select * from shipment where order_id = any(:orders) and state in ('gathered', 'sent') order by id")
        .bind("orders", orders.toArray(Long[]::new))
        .map(SHIPMENT)
        .list();
  }

  /**
   * The shipments of these suppliers whose answer had not come when their folders were last found
   * empty after its time, at most so many, the oldest first.
   */
  public List<Shipment> overdue(Handle handle, Collection<String> suppliers, int limit) {
    return handle
        .createQuery(
            """
            select s.* from shipment s join supplier_look l on l.supplier = s.supplier and s.answer_by <= l.at
            where s.answer_by is not null and s.supplier = any(:suppliers)
            order by s.answer_by, s.id limit :limit""")
        .bind("suppliers", suppliers.toArray(String[]::new))
        .bind("limit", limit)
        .map(SHIPMENT)
        .list();
  }

  /** The answers to these purchase orders are due now; their orders are locked. */
  public void answerNow(Handle handle, String supplier, Collection<String> poNumbers) {
    handle
        .createUpdate(
            """
            update shipment set answer_by = least(answer_by, :now)
            where supplier = :supplier and po_number = any(:numbers) and state = 'sent'""")
        .bind("now", clock.instant())
        .bind("supplier", supplier)
        .bind("numbers", poNumbers.toArray(String[]::new))
        .execute();
  }

  /** The answers to these shipments are waited for no longer. */
  public void stopWaiting(Handle handle, Collection<Long> shipments) {
    handle
        .createUpdate("update shipment set answer_by = null where id = any(:ids)")
        .bind("ids", shipments.toArray(Long[]::new))
        .execute();
  }

  /** Marks those of the shipments as closed of which nothing is open any more. */
  public void closeWhereDone(Handle handle, Collection<Long> shipments) {
    handle
        .createUpdate(
            """
            update shipment s set state = 'closed' where s.id = any(:ids) and s.state <> 'closed'
              and not exists (select 1 from reservation r where r.shipment_id = s.id and r.open > 0)""")
        .bind("ids", shipments.toArray(Long[]::new))
        .execute();
  }

  /** Orders that have waited long enough for others, at most so many, the longest first. */
  public List<Long> ordersToPlanTogether(Handle handle, int limit) {
    return handle
        .createQuery(
            """
            select order_id from shipment where state = 'planned' and together and leaves_at <= :now
              and %s group by order_id order by min(leaves_at), order_id limit :limit"""
                .formatted(NOT_ON_HOLD))
        .bind("now", clock.instant())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /** The shipments of these orders that wait to be planned together. */
  public List<Shipment> together(Handle handle, Collection<Long> orders) {
    return handle
        .createQuery(
            """
            select * from shipment where order_id = any(:orders) and state = 'planned' and together
            order by id""")
        .bind("orders", orders.toArray(Long[]::new))
        .map(SHIPMENT)
        .list();
  }

  /** These orders have been planned together: their purchase orders go out. */
  public void leaveNow(Handle handle, Collection<Long> orders) {
    handle
        .createUpdate(
            """
            update shipment set together = false, leaves_at = least(leaves_at, :now)
            where order_id = any(:orders) and state = 'planned' and together""")
        .bind("now", clock.instant())
        .bind("orders", orders.toArray(Long[]::new))
        .execute();
  }

  /** The order of each of these shipments. */
  public Map<Long, Long> orderOf(Handle handle, Collection<Long> shipments) {
    Map<Long, Long> orders = new HashMap<>();
    handle
        .createQuery("select id, order_id from shipment where id = any(:ids)")
        .bind("ids", shipments.toArray(Long[]::new))
        .map((row, context) -> orders.put(row.getLong("id"), row.getLong("order_id")))
        .list();
    return orders;
  }

  private static Shipment planned(long id, long orderId, String supplier) {
    return new Shipment(id, orderId, supplier, "PO" + id, "planned", Optional.empty());
  }
}
