package io.serai.privacy;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Erases what orders say of persons, wherever it stands by the order: lines, units, money, dates
 * and the order's number stay, and so does the ledger.
 */
final class OrderErasure {
  private static final String OF_ORDERS =
      """
      select d.id from customer_order o join document d on d.account = o.channel and d.name = o.number
        and d.kind in ('order', 'order-page', 'replaced') where o.id = any(:ids)
      union
      select document_id from shipment where order_id = any(:ids) and document_id is not null
      union
      select r.document_id from recall r join reservation v on v.id = r.reservation_id
        join shipment s on s.id = v.shipment_id where s.order_id = any(:ids) and r.document_id is not null""";

  private static final List<String> STATEMENTS =
      List.of(
          // A new token: links that are out lead nowhere.
          """
          update customer_order set erased_at = :now, page_token = default, hold_reason = null,
            customer = jsonb_build_object('name', '', 'email', '', 'phone', '',
              'locale', coalesce(customer ->> 'locale', ''), 'classes', '[]'::jsonb),
            ship_to = jsonb_build_object('name', '', 'company', '', 'address1', '', 'address2', '', 'city', '',
              'state', '', 'postalCode', '', 'country', country, 'phone', '')
          where id = any(:ids)""",
          "update delivery set "
              + ErasedRows.DELIVERY
              + " where order_id = any(:ids) and state in ('done', 'quarantined')",
          "update alert set text = 'Erased.', settled_at = coalesce(settled_at, :now) where order_id = any(:ids)",
          "update timeline set text = '' where order_id = any(:ids)",
          "delete from person_hold where order_id = any(:ids)",
          """
          update audit set detail = '' from customer_order o
          where o.id = any(:ids) and audit.subject = 'order ' || o.channel || ' ' || o.number""",
          """
          update sent_set set faults = null from shipment s
          where s.order_id = any(:ids) and sent_set.po_number = s.po_number""",
          """
          insert into timeline (order_id, at, what, text)
          select unnest(:ids), :now, 'erased', 'The personal data was erased.'""");

  private OrderErasure() {}

  static void erase(Handle handle, List<Long> orders, Instant now) {
    Long[] ids = orders.toArray(Long[]::new);
    List<Long> documents = handle.createQuery(OF_ORDERS).bind("ids", ids).mapTo(Long.class).list();
    ErasedRows.documents(handle, documents, now);
    for (String statement : STATEMENTS) {
      handle.createUpdate(statement).bind("ids", ids).bind("now", now).execute();
    }
  }
}
