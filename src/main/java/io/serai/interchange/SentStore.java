package io.serai.interchange;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of interchanges that we wrote, and of their sets. */
public final class SentStore {
  private final Clock clock;

  public SentStore(Clock clock) {
    this.clock = clock;
  }

  /**
   * An interchange that we wrote.
   *
   * @param isSent whether its sending has been noted
   * @param outcome empty: not acknowledged yet
   */
  record Sent(
      long id,
      long control,
      String type,
      long document,
      boolean isSent,
      Optional<String> outcome) {}

  /** One of its sets, and the purchase order that it is about. */
  record SentSet(long control, String poNumber) {}

  /** Notes that a document has reached its supplier, and by when it is to be acknowledged. */
  void sent(Handle handle, long document, Optional<Duration> acknowledgedWithin) {
    handle
        .createUpdate(
            """
            update sent_interchange set sent_at = :now, answer_by = :by
            where document_id = :document and sent_at is null""")
        .bind("now", clock.instant())
        .bind("by", acknowledgedWithin.map(clock.instant()::plus).orElse(null))
        .bind("document", document)
        .execute();
  }

  /** The newest interchange with this control number. */
  Optional<Sent> byControl(Handle handle, String supplier, long control) {
    return newest(handle, "control", supplier, control);
  }

  /** The newest interchange whose group has this control number. */
  Optional<Sent> byGroup(Handle handle, String supplier, long group) {
    return newest(handle, "group_control", supplier, group);
  }

  private static Optional<Sent> newest(Handle handle, String column, String supplier, long number) {
    return handle
        .createQuery(
            """
            select id, control, type, document_id, sent_at is not null as sent, outcome
            from sent_interchange where supplier = :supplier and %s = :number
            order by id desc limit 1"""
                .formatted(column))
        .bind("supplier", supplier)
        .bind("number", number)
        .map(
            (row, context) ->
                new Sent(
                    row.getLong("id"),
                    row.getLong("control"),
                    row.getString("type"),
                    row.getLong("document_id"),
                    row.getBoolean("sent"),
                    Optional.ofNullable(row.getString("outcome"))))
        .findOne();
  }

  /** The sets of an interchange. */
  List<SentSet> sets(Handle handle, long interchange) {
    return handle
        .createQuery(
            "select control, po_number from sent_set where interchange_id = :id order by control")
        .bind("id", interchange)
        .map((row, context) -> new SentSet(row.getLong("control"), row.getString("po_number")))
        .list();
  }

  /** Notes what the supplier says of an interchange. */
  void answered(Handle handle, long interchange, String outcome, long answer) {
    handle
        .createUpdate(
            """
            update sent_interchange
            set outcome = :outcome, answer_id = :answer, answered_at = :now, answer_by = null
            where id = :id""")
        .bind("outcome", outcome)
        .bind("answer", answer)
        .bind("now", clock.instant())
        .bind("id", interchange)
        .execute();
  }

  /** Notes what the supplier says of a set. */
  void answeredSet(Handle handle, long interchange, long control, String outcome, String faults) {
    handle.execute(
        "update sent_set set outcome = ?, faults = nullif(?, '') where interchange_id = ? and control = ?",
        outcome,
        faults,
        interchange,
        control);
  }

  /** An interchange whose acknowledgment has not come in time. */
  record Unanswered(
      long id, String supplier, long control, String type, List<String> purchaseOrders) {}

  /**
   * The interchanges whose acknowledgment had not come when the supplier's folder was last found
   * empty after its time; they are waited for no longer.
   *
   * @param but suppliers of which files wait to be read
   */
  List<Unanswered> takeUnanswered(Handle handle, Collection<String> but) {
    return handle
        .createQuery(
            """
            with late as (
              update sent_interchange i set answer_by = null from supplier_look l
              where l.supplier = i.supplier and i.answer_by <= l.at and i.supplier <> all(:but)
              returning i.id, i.supplier, i.control, i.type)
            select late.*, (select array_agg(s.po_number order by s.control) from sent_set s
              where s.interchange_id = late.id and s.po_number <> '') as orders
            from late order by id""")
        .bind("but", but.toArray(String[]::new))
        .map(
            (row, context) ->
                new Unanswered(
                    row.getLong("id"),
                    row.getString("supplier"),
                    row.getLong("control"),
                    row.getString("type"),
                    row.getArray("orders") == null
                        ? List.of()
                        : List.of((String[]) row.getArray("orders").getArray())))
        .list();
  }
}
