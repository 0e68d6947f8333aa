package io.serai.interchange;

import io.serai.exchange.Numbering;
import io.serai.exchange.Numbers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The control numbers of what is written. Each supplier has its own; they are allotted in the
 * transaction that writes, one after the other, so that none is used twice and none is left out
 * when it is rolled back. Past nine digits they begin again.
 */
public final class ControlNumbers implements Numbering {
  private static final long MOST = 999_999_999;

  private final Clock clock;

  public ControlNumbers(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Numbers begin(Handle handle, String supplier) {
    return new Ongoing(handle, supplier);
  }

  private static long next(Handle handle, String supplier, String what, int count) {
    return handle
        .createQuery(
            """
            insert into control_number (supplier, what, next) values (:supplier, :what, 1 + :count)
            on conflict (supplier, what) do update set next = :count +
              case when control_number.next + :count > :most + 1 then 1 else control_number.next end
            returning next - :count""")
        .bind("supplier", supplier)
        .bind("what", what)
        .bind("count", count)
        .bind("most", MOST)
        .mapTo(Long.class)
        .one();
  }

  private record Kept(String type, Numbers.Allotted numbers, List<String> purchaseOrders) {}

  private final class Ongoing implements Numbers {
    private final Handle handle;
    private final String supplier;
    private final List<Kept> kept = new ArrayList<>();

    Ongoing(Handle handle, String supplier) {
      this.handle = handle;
      this.supplier = supplier;
    }

    @Override
    public Allotted allot(String type, List<String> purchaseOrders) {
      Allotted numbers =
          new Allotted(
              next(handle, supplier, "interchange", 1),
              next(handle, supplier, "group", purchaseOrders.isEmpty() ? 0 : 1),
              next(handle, supplier, "set", purchaseOrders.size()),
              clock.instant());
      kept.add(new Kept(type, numbers, List.copyOf(purchaseOrders)));
      return numbers;
    }

    @Override
    public void keep(long document) {
      for (Kept each : kept) {
        keep(each, document);
      }
      kept.clear();
    }

    private void keep(Kept each, long document) {
      long id =
          handle
              .createQuery(
                  """
                  insert into sent_interchange (supplier, control, group_control, type, document_id, at)
                  values (:supplier, :control, :group, :type, :document, :at) returning id""")
              .bind("supplier", supplier)
              .bind("control", each.numbers().interchange())
              .bind("group", each.numbers().group())
              .bind("type", each.type())
              .bind("document", document)
              .bind("at", each.numbers().at())
              .mapTo(Long.class)
              .one();
      PreparedBatch sets =
          handle.prepareBatch(
              "insert into sent_set (interchange_id, control, po_number) values (?, ?, ?)");
      long control = each.numbers().firstSet();
      for (String purchaseOrder : each.purchaseOrders()) {
        sets.add(id, control++, purchaseOrder);
      }
      if (!each.purchaseOrders().isEmpty()) {
        sets.execute();
      }
    }
  }
}
