package io.serai.view;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads how suppliers do. */
public final class SuppliersView {
  private static final int LATEST = 500;

  private final Clock clock;
  private final List<String> suppliers;

  public SuppliersView(Clock clock, Collection<String> suppliers) {
    this.clock = clock;
    this.suppliers = suppliers.stream().sorted().toList();
  }

  /** An invoice or a credit. */
  public record Bill(
      long id,
      String number,
      boolean credit,
      LocalDate invoicedOn,
      String currency,
      BigDecimal total,
      long documentId,
      List<String> differences) {}

  /** A purchase order whose answer is overdue. */
  public record Overdue(String poNumber, long orderId, Instant answerBy) {}

  /** All suppliers. */
  public List<SupplierRow> all(Handle handle) {
    return rows(handle, suppliers);
  }

  /** One supplier, if it is configured. */
  public Optional<SupplierRow> find(Handle handle, String supplier) {
    return suppliers.contains(supplier)
        ? rows(handle, List.of(supplier)).stream().findFirst()
        : Optional.empty();
  }

  private List<SupplierRow> rows(Handle handle, List<String> ids) {
    return handle
        .createQuery(
            """
            select account.id, done.*,
              (select count(*) from shipment where supplier = account.id and answer_by < :now) as overdue,
              (select at from document where account = account.id and kind = 'supplier-file'
                order by document.id desc limit 1) as last_file,
              (select count(*) from (
                 select id from invoice where supplier = account.id order by id desc limit :latest) as latest
                where exists (select 1 from invoice_difference where invoice_id = latest.id)) as differing
            from unnest(:ids) with ordinality as account(id, place)
            cross join lateral (
              select count(*) as purchase_orders, coalesce(sum(asked.promised), 0) as promised,
                coalesce(sum(asked.shipped), 0) as shipped, coalesce(sum(asked.rejected), 0) as rejected,
                round(avg(parcels.days), 1) as days
              from (
                select id, sent_at from shipment where supplier = account.id and sent_at is not null
                order by id desc limit :latest) as s
              cross join lateral (
                select sum(promised) as promised, sum(shipped) as shipped,
                  sum(released) filter (where exists (
                    select 1 from refusal f
                    where f.order_line_id = r.order_line_id and f.supplier = account.id)) as rejected
                from reservation r where r.shipment_id = s.id) as asked
              cross join lateral (
                select avg(extract(epoch from p.shipped_at - s.sent_at) / 86400) as days
                from package p where p.shipment_id = s.id) as parcels) as done
            order by account.place""")
        .bind("ids", ids.toArray(String[]::new))
        .bind("now", clock.instant())
        .bind("latest", LATEST)
        .map(ConstructorMapper.of(SupplierRow.class))
        .list();
  }

  /**
   * The invoices and credits of a supplier, the newest first.
   *
   * @param before an id from which to go back; {@code Long.MAX_VALUE} for the newest
   */
  public Slice<Bill> bills(Handle handle, String supplier, long before, int most) {
    List<Bill> found =
        handle
            .createQuery(
                """
                select i.*, array(
                  select text from invoice_difference d where d.invoice_id = i.id order by d.id) as differences
                from invoice i where supplier = :supplier and id < :before order by id desc limit :most""")
            .bind("supplier", supplier)
            .bind("before", before)
            .bind("most", most + 1)
            .map(ConstructorMapper.of(Bill.class))
            .list();
    return Slice.of(found, most, Bill::id);
  }

  /** The purchase orders whose answer is overdue, the longest first. */
  public List<Overdue> overdue(Handle handle, String supplier, int most) {
    return handle
        .createQuery(
            """
            select po_number, order_id, answer_by from shipment
            where supplier = :supplier and answer_by < :now order by answer_by limit :most""")
        .bind("supplier", supplier)
        .bind("now", clock.instant())
        .bind("most", most)
        .map(ConstructorMapper.of(Overdue.class))
        .list();
  }
}
