package io.serai.recall;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of recalls, and the units of reservations that are under one. */
public final class RecallStore {
  // What is open can still be stopped; what was taken back is another's by now, so all of it
  // counts.
  private static final String RECALL =
      """
      select r.id, s.order_id, r.reservation_id, s.po_number, v.line_number, v.sku, r.reason, r.taken_back,
        case when r.taken_back then r.quantity else least(r.quantity, v.recalled) end as units
      from recall r join reservation v on v.id = r.reservation_id join shipment s on s.id = v.shipment_id
      """;
  private static final RowMapper<Recall> MAPPER =
      (row, context) ->
          new Recall(
              row.getLong("id"),
              row.getLong("order_id"),
              row.getLong("reservation_id"),
              row.getString("po_number"),
              row.getInt("line_number"),
              row.getString("sku"),
              row.getInt("units"),
              row.getBoolean("taken_back"),
              row.getString("reason"));

  private final Clock clock;

  public RecallStore(Clock clock) {
    this.clock = clock;
  }

  /**
   * Writes a recall; the caller has locked its order.
   *
   * @param asks whether a file is to say so
   * @return its id
   */
  long insert(Handle handle, RecallRequest request, boolean asks) {
    if (!request.takenBack()) {
      handle
          .createUpdate("update reservation set recalled = recalled + :units where id = :id")
          .bind("units", request.units())
          .bind("id", request.reservation().id())
          .execute();
    }
    return handle
        .createQuery(
            """
            insert into recall (reservation_id, supplier, quantity, taken_back, asks, tell_channel, reason, at)
            values (:reservation, :supplier, :units, :takenBack, :asks, :tellChannel, :reason, :at)
            returning id""")
        .bind("reservation", request.reservation().id())
        .bind("supplier", request.shipment().supplier())
        .bind("units", request.units())
        .bind("takenBack", request.takenBack())
        .bind("asks", asks)
        .bind("tellChannel", request.tellChannel())
        .bind("reason", request.reason())
        .bind("at", clock.instant())
        .mapTo(Long.class)
        .one();
  }

  /** The suppliers that have purchase orders of which something is to be recalled by a file. */
  public List<String> suppliersDue(Handle handle) {
    return handle
        .createQuery(
            """
            select distinct r.supplier from recall r join reservation v on v.id = r.reservation_id
            join shipment s on s.id = v.shipment_id
            where r.asks and r.document_id is null and r.settled_at is null and s.state in ('sent', 'closed')
            order by 1""")
        .mapTo(String.class)
        .list();
  }

  /**
   * The oldest recalls of a supplier that no file says yet. A purchase order that has not reached
   * the supplier is not recalled before it has.
   */
  public List<Recall> due(Handle handle, String supplier, int limit) {
    return handle
        .createQuery(
            RECALL
                + """
                where r.supplier = :supplier and r.asks and r.document_id is null and r.settled_at is null
                  and s.state in ('sent', 'closed') order by r.id limit :limit""")
        .bind("supplier", supplier)
        .bind("limit", limit)
        .map(MAPPER)
        .list();
  }

  /** Notes that a file says these recalls, and by when an answer is expected, if one is. */
  public void written(
      Handle handle, Collection<Long> recalls, long document, Optional<Duration> answerWithin) {
    handle
        .createUpdate(
            "update recall set document_id = :document, answer_by = :answerBy where id = any(:ids)")
        .bind("document", document)
        .bind("answerBy", answerWithin.map(clock.instant()::plus).orElse(null))
        .bind("ids", recalls.toArray(Long[]::new))
        .execute();
  }

  /** Recalls that nobody has answered in time, at most so many. */
  public List<Recall> unanswered(Handle handle, int limit) {
    return handle
        .createQuery(
            RECALL
                + "where r.answer_by <= :now and r.settled_at is null order by r.answer_by, r.id limit :limit")
        .bind("now", clock.instant())
        .bind("limit", limit)
        .map(MAPPER)
        .list();
  }

  /** The answers to these recalls are waited for no longer. */
  public void stopWaiting(Handle handle, Collection<Long> recalls) {
    handle
        .createUpdate("update recall set answer_by = null where id = any(:ids)")
        .bind("ids", recalls.toArray(Long[]::new))
        .execute();
  }

  /** A supplier has let go of units under a recall; the ledger releases them next. */
  public void fulfil(Handle handle, long reservation, int units) {
    handle
        .createUpdate("update reservation set recalled = recalled - :units where id = :id")
        .bind("units", units)
        .bind("id", reservation)
        .execute();
  }

  /**
   * Those of the reservations of whose recalls the channel is to be told once they are fulfilled.
   */
  public Set<Long> toTellChannel(Handle handle, Collection<Long> reservations) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                select reservation_id from recall where reservation_id = any(:ids) and not taken_back
                group by reservation_id having bool_or(tell_channel)""")
            .bind("ids", reservations.toArray(Long[]::new))
            .mapTo(Long.class)
            .list());
  }

  /** Ends those recalls of these reservations of which no unit is open any more. */
  public void settleWhereDone(Handle handle, Collection<Long> reservations) {
    settle(handle, reservations, "not taken_back and v.recalled = 0");
  }

  /**
   * Ends the recalls of units that were taken back from these reservations: their supplier has said
   * what becomes of them. Returns those reservations that had any.
   */
  public Set<Long> settleTakenBack(Handle handle, Collection<Long> reservations) {
    return settle(handle, reservations, "taken_back");
  }

  private Set<Long> settle(Handle handle, Collection<Long> reservations, String condition) {
    List<Long> ids = new ArrayList<>(reservations);
    return new HashSet<>(
        handle
            .createQuery(
                """
                update recall r set settled_at = :at from reservation v
                where v.id = r.reservation_id and v.id = any(:ids) and r.settled_at is null and\s"""
                    + condition
                    + " returning r.reservation_id")
            .bind("at", clock.instant())
            .bind("ids", ids.toArray(Long[]::new))
            .mapTo(Long.class)
            .list());
  }
}
