package io.serai.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads who waits for what. */
public final class BackordersView {
  /** What waits for a SKU. */
  public record Sku(String sku, long units, int orders, Optional<LocalDate> eta, Instant since) {}

  /** What is expected on a day; no day: nobody knows. */
  public record Day(Optional<LocalDate> eta, long units, int skus) {}

  /** A place in a queue, counted from 1. */
  public record Place(
      long id,
      long place,
      long orderId,
      String channel,
      String number,
      int quantity,
      int priority,
      Instant promisedAt,
      Optional<String> supplier,
      Optional<LocalDate> eta,
      Instant notifyAt,
      Optional<Instant> notifiedAt,
      Instant cancelAt) {}

  /**
   * The SKUs that are waited for in their order, from one on.
   *
   * @param lateOn only what was expected before this day
   */
  public List<Sku> from(Handle handle, String sku, Optional<LocalDate> lateOn, int most) {
    return handle
        .createQuery(
            """
            select sku, sum(quantity) as units, count(distinct order_id) as orders, min(eta) as eta,
              min(promised_at) as since
            from backorder
            where quantity > 0 and sku >= :sku and (cast(:day as date) is null or eta < :day)
            group by sku order by sku limit :most""")
        .bind("sku", sku)
        .bind("day", lateOn.orElse(null))
        .bind("most", most)
        .map(ConstructorMapper.of(Sku.class))
        .list();
  }

  /** What is expected day by day, the earliest first. */
  public List<Day> days(Handle handle, int most) {
    return handle
        .createQuery(
            """
            select eta, sum(quantity) as units, count(distinct sku) as skus from backorder
            where quantity > 0 group by eta order by eta nulls last limit :most""")
        .bind("most", most)
        .map(ConstructorMapper.of(Day.class))
        .list();
  }

  /**
   * The queue of a SKU.
   *
   * @param after the id of the place behind which to begin; 0 for the front
   */
  public List<Place> queue(Handle handle, String sku, long after, int most) {
    return handle
        .createQuery(
            """
            with start as (select -priority as priority, promised_at, id from backorder where id = :after)
            select b.*, o.channel, o.number,
              row_number() over (order by -b.priority, b.promised_at, b.id) + (
                select count(*) from backorder f, start where f.sku = :sku and f.quantity > 0
                  and (-f.priority, f.promised_at, f.id) <= (start.priority, start.promised_at, start.id)) as place
            from (
              select * from backorder where sku = :sku and quantity > 0
                and (:after = 0 or (-priority, promised_at, id)
                  > ((select priority from start), (select promised_at from start), (select id from start)))
              order by -priority, promised_at, id limit :most) as b
            join customer_order o on o.id = b.order_id order by place""")
        .bind("sku", sku)
        .bind("after", after)
        .bind("most", most)
        .map(ConstructorMapper.of(Place.class))
        .list();
  }
}
