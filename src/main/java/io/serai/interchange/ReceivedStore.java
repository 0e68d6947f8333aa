package io.serai.interchange;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of interchanges that came, and of their sets. */
public final class ReceivedStore {
  /** How many control numbers at most are named as missing; more is another count. */
  private static final long MOST_MISSING = 1000;

  private final Clock clock;

  public ReceivedStore(Clock clock) {
    this.clock = clock;
  }

  /** Lets one transaction at a time open files of a supplier. */
  void lock(Handle handle, String supplier) {
    handle
        .createQuery(
            "select count(pg_advisory_xact_lock(hashtext('interchanges'), hashtext(:supplier)))")
        .bind("supplier", supplier)
        .mapTo(Long.class)
        .one();
  }

  /** An interchange that was opened. */
  record Seen(String digest, long document, int position) {}

  /** The newest interchange of a supplier that was opened under a control number. */
  Optional<Seen> opened(Handle handle, String supplier, String control) {
    return handle
        .createQuery(
            """
            select digest, document_id, position from received_interchange
            where supplier = :supplier and control = :control and status = 'opened'
            order by id desc limit 1""")
        .bind("supplier", supplier)
        .bind("control", control)
        .map(
            (row, context) ->
                new Seen(
                    row.getString("digest"), row.getLong("document_id"), row.getInt("position")))
        .findOne();
  }

  /** Registers an interchange, and returns its id. */
  long register(Handle handle, String supplier, String control, String status, Seen interchange) {
    return handle
        .createQuery(
            """
            insert into received_interchange (supplier, control, digest, document_id, position, status, at)
            values (:supplier, :control, :digest, :document, :position, :status, :at) returning id""")
        .bind("supplier", supplier)
        .bind("control", control)
        .bind("digest", interchange.digest())
        .bind("document", interchange.document())
        .bind("position", interchange.position())
        .bind("status", status)
        .bind("at", clock.instant())
        .mapTo(Long.class)
        .one();
  }

  /** Registers a set, which is a document of its own. */
  void register(
      Handle handle, long document, long interchange, String group, String control, String type) {
    handle.execute(
        """
        insert into received_set (document_id, interchange_id, group_control, control, type)
        values (?, ?, ?, ?, ?)""",
        document,
        interchange,
        group,
        control,
        type);
  }

  /**
   * Where a set stands.
   *
   * @param file the document that holds it, as it came
   * @param position of its interchange in the file, from 1
   */
  record SetPlace(long file, int position, String group, String control, String type) {}

  /** Where the set that is this document stands. */
  SetPlace place(Handle handle, long document) {
    return handle
        .createQuery(
            """
            select i.document_id, i.position, s.group_control, s.control, s.type
            from received_set s join received_interchange i on i.id = s.interchange_id
            where s.document_id = :document""")
        .bind("document", document)
        .map(
            (row, context) ->
                new SetPlace(
                    row.getLong("document_id"),
                    row.getInt("position"),
                    row.getString("group_control"),
                    row.getString("control"),
                    row.getString("type")))
        .one();
  }

  /**
   * Notes that a control number has come. Those that were passed over are missing until they come
   * too; one that is far behind begins the count again.
   */
  void arrived(Handle handle, String supplier, String control) {
    if (!control.matches("[0-9]{1,14}")) {
      return;
    }
    long number = Long.parseLong(control);
    long expected = expected(handle, supplier).orElse(number);
    int late =
        handle.execute(
            "delete from missing_interchange where supplier = ? and control = ?", supplier, number);
    if (number >= expected || late == 0 && expected - number > MOST_MISSING) {
      miss(handle, supplier, expected, Math.min(number, expected + MOST_MISSING));
      expect(handle, supplier, number + 1);
    }
  }

  private static Optional<Long> expected(Handle handle, String supplier) {
    return handle
        .createQuery(
            "select next from control_number where supplier = :supplier and what = 'received'")
        .bind("supplier", supplier)
        .mapTo(Long.class)
        .findOne();
  }

  private static void expect(Handle handle, String supplier, long next) {
    handle.execute(
        """
        insert into control_number (supplier, what, next) values (?, 'received', ?)
        on conflict (supplier, what) do update set next = excluded.next""",
        supplier,
        next);
  }

  private void miss(Handle handle, String supplier, long from, long to) {
    handle
        .createUpdate(
            """
            insert into missing_interchange (supplier, control, noticed_at)
            select :supplier, number, :at from generate_series(:from, :to - 1) number
            on conflict do nothing""")
        .bind("supplier", supplier)
        .bind("at", clock.instant())
        .bind("from", from)
        .bind("to", to)
        .execute();
  }
}
