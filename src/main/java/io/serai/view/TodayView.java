package io.serai.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads how the hub stands. */
public final class TodayView {
  /** So many things that need a person are named; the others are counted. */
  private static final int MOST_ATTENTION = 20;

  private static final String HELD_LONG =
      "hold_reason is not null and ended_at is null and hold_since < :dayAgo";

  private final Clock clock;
  private final ZoneId zone;
  private final List<String> channels;
  private final List<String> suppliers;

  /**
   * The view of a hub.
   *
   * @param zone whose midnight begins a day
   */
  public TodayView(
      Clock clock, ZoneId zone, Collection<String> channels, Collection<String> suppliers) {
    this.clock = clock;
    this.zone = zone;
    this.channels = channels.stream().sorted().toList();
    this.suppliers = suppliers.stream().sorted().toList();
  }

  /** How it stands now. */
  public Today read(Handle handle) {
    List<Today.Attention> attention = attention(handle);
    return new Today(
        figures(handle),
        hours(handle),
        attention.stream().limit(MOST_ATTENTION).toList(),
        attentionInAll(handle),
        sides(handle, channels),
        sides(handle, suppliers));
  }

  private Today.Figures figures(Handle handle) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return handle
        .createQuery(
            """
            select
              (select count(*) from customer_order where received_at >= :midnight) as orders,
              (select count(*) from (
                 select o.id from customer_order o join shipment s on s.order_id = o.id
                 where o.received_at >= :midnight
                 group by o.id having count(distinct s.supplier) > 1) as split) as split_orders,
              (select coalesce(sum(l.quantity), 0) from package p
                 join package_line l on l.package_id = p.id
                 where p.shipped_at >= :midnight) as shipped_units,
              (select coalesce(sum(quantity), 0) from backorder
                 where quantity > 0) as waiting_units,
              (select coalesce(sum(quantity), 0) from backorder
                 where quantity > 0 and eta < :today) as late_units,
              (select count(*) from customer_order where ended_at is null) as open_orders,
              (select count(*) from document where status = 'quarantined')
                + (select count(*) from delivery where state = 'quarantined') as quarantined""")
        .bind("midnight", today.atStartOfDay(zone).toInstant())
        .bind("today", today)
        .map(ConstructorMapper.of(Today.Figures.class))
        .one();
  }

  private List<Today.Hour> hours(Handle handle) {
    Instant first = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(23, ChronoUnit.HOURS);
    return handle
        .createQuery(
            """
            select first.at + n * interval '1 hour' as "from", coalesce(came.orders, 0) as orders,
              coalesce(sent.purchase_orders, 0) as purchase_orders, sent.seconds
            from (select cast(:first as timestamptz) as at) as first
            cross join generate_series(0, 23) as n
            left join (
              select floor(extract(epoch from received_at - :first) / 3600) as n, count(*) as orders
              from customer_order where received_at >= :first group by 1) as came using (n)
            left join (
              select floor(extract(epoch from sent_at - :first) / 3600) as n,
                count(*) as purchase_orders,
                percentile_cont(0.5) within group (
                  order by extract(epoch from sent_at - created_at))::integer as seconds
              from shipment where sent_at >= :first group by 1) as sent using (n)
            order by n""")
        .bind("first", first)
        .map(ConstructorMapper.of(Today.Hour.class))
        .list();
  }

  private List<Today.Attention> attention(Handle handle) {
    return handle
        .createQuery(
            """
            (select 'alert' as kind, id, at, text, '' as cure, order_id
               from alert where settled_at is null order by id desc limit :most)
            union all
            (select 'document', id, at, coalesce(fault, ''), coalesce(cure, ''), null
               from document where status = 'quarantined' order by id desc limit :most)
            union all
            (select 'delivery', id, at, coalesce(fault, ''), coalesce(cure, ''), order_id
               from delivery where state = 'quarantined' order by id desc limit :most)
            union all
            (select 'hold', id, hold_since, 'Order ' || number || ' of ' || channel
                 || ' has been on hold for more than a day: ' || hold_reason || '.',
                 'Release it, or cancel it.', id
               from customer_order where %s order by hold_since limit :most)
            order by at desc"""
                .formatted(HELD_LONG))
        .bind("most", MOST_ATTENTION)
        .bind("dayAgo", clock.instant().minus(Duration.ofDays(1)))
        .map(ConstructorMapper.of(Today.Attention.class))
        .list();
  }

  private int attentionInAll(Handle handle) {
    return handle
        .createQuery(
            """
            select (select count(*) from alert where settled_at is null)
              + (select count(*) from document where status = 'quarantined')
              + (select count(*) from delivery where state = 'quarantined')
              + (select count(*) from customer_order where %s)"""
                .formatted(HELD_LONG))
        .bind("dayAgo", clock.instant().minus(Duration.ofDays(1)))
        .mapTo(Integer.class)
        .one();
  }

  private static List<Today.Side> sides(Handle handle, List<String> ids) {
    return handle
        .createQuery(
            """
            select account.id,
              greatest(
                (select max(polled_at) from poll where channel = account.id),
                (select at from supplier_look where supplier = account.id),
                (select at from document where account = account.id and direction = 'in'
                   order by document.id desc limit 1)) as heard_at,
              (select done_at from delivery where account = account.id and state = 'done'
                 order by delivery.id desc limit 1) as told,
              waiting.owed, waiting.oldest_owed, waiting.problem
            from unnest(:ids) with ordinality as account(id, place)
            cross join lateral (
              select count(*) as owed, min(at) as oldest_owed,
                coalesce((array_agg(fault order by id) filter (where attempts > 0 and fault is not null))[1], '')
                  as problem
              from delivery where account = account.id and state in ('owed', 'sending')) as waiting
            order by account.place""")
        .bind("ids", ids.toArray(String[]::new))
        .map(ConstructorMapper.of(Today.Side.class))
        .list();
  }
}
