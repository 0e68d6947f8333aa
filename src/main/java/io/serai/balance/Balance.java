package io.serai.balance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Checks over the whole database what each transaction keeps for itself: every unit of every order
 * line is in exactly one place and is found there, and nothing is promised that is not on hand.
 */
public final class Balance {
  private static final int SHOWN = 5;

  // Each query yields what is out of balance: nothing, if the hub is right.
  private static final Map<String, String> RULES = new LinkedHashMap<>();

  static {
    RULES.put(
        "every unit of a line is in exactly one place",
        """
        select 'line ' || id from order_line
        where ordered <> held + planned + sent + acknowledged + shipped + backordered + cancelled""");
    RULES.put(
        "what is planned, sent or acknowledged is reserved",
        """
        select 'line ' || l.id from order_line l
        left join (select order_line_id, sum(open) as open from reservation group by 1) r on r.order_line_id = l.id
        where l.planned + l.sent + l.acknowledged <> coalesce(r.open, 0)""");
    RULES.put(
        "what has shipped is in packages",
        """
        select 'line ' || l.id from order_line l
        left join (
          select r.order_line_id, sum(p.quantity) as units from package_line p
          join reservation r on r.id = p.reservation_id group by 1) s on s.order_line_id = l.id
        where l.shipped <> coalesce(s.units, 0)""");
    RULES.put(
        "what is backordered stands in the queue",
        """
        select 'line ' || l.id from order_line l
        left join (select order_line_id, sum(quantity) as units from backorder group by 1) b on b.order_line_id = l.id
        where l.backordered <> coalesce(b.units, 0)""");
    RULES.put(
        "what an offer has reserved is promised to lines",
        """
        select 'offer ' || o.sku || ' of ' || o.supplier from offer o
        left join (select sku, supplier, sum(open) as open from reservation group by 1, 2) r using (sku, supplier)
        where o.reserved <> coalesce(r.open, 0)""");
    RULES.put(
        "nothing is promised that is not on hand",
        "select 'offer ' || sku || ' of ' || supplier from offer where reserved > on_hand");
    RULES.put(
        "an order has ended when all of it has shipped or been cancelled",
        """
        select 'order ' || o.number || ' of ' || o.channel from customer_order o
        where (o.ended_at is not null) = exists (
          select 1 from order_line l where l.order_id = o.id and l.ordered > l.shipped + l.cancelled)""");
  }

  private Balance() {}

  /**
   * What is out of balance, a sentence for each rule that is broken; empty when the balance holds.
   */
  public static List<String> check(Handle handle) {
    List<String> broken = new ArrayList<>();
    RULES.forEach(
        (rule, query) -> {
          List<String> found = handle.createQuery(query).mapTo(String.class).list();
          if (!found.isEmpty()) {
            broken.add(
                "broken: "
                    + rule
                    + ": "
                    + found.size()
                    + " times, such as "
                    + String.join(", ", found.subList(0, Math.min(SHOWN, found.size()))));
          }
        });
    return broken;
  }
}
