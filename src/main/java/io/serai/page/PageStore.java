package io.serai.page;

import io.serai.page.Parcel.Sent;
import io.serai.page.Parcel.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** What the database knows of customers' pages. It is only read. */
public final class PageStore {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final Clock clock;
  private final Duration life;

  /**
   * The pages.
   *
   * @param life how long a page can be seen after its order has ended
   */
  public PageStore(Clock clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  /** The order that a token leads to; nothing when it leads to none, or no longer. */
  public Optional<Long> order(Handle handle, String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            select id from customer_order
            where page_token = :token and (ended_at is null or ended_at > :since)""")
        .bind("token", token)
        .bind("since", clock.instant().minus(life))
        .mapTo(Long.class)
        .findOne();
  }

  /** The token that leads to an order. */
  public Optional<String> token(Handle handle, long order) {
    return handle
        .createQuery("select page_token from customer_order where id = :order")
        .bind("order", order)
        .mapTo(String.class)
        .findOne();
  }

  /** The parcels of an order: those that have left, oldest first, then those that will. */
  public List<Parcel> parcels(Handle handle, long order) {
    List<Parcel> parcels = new ArrayList<>(sent(handle, order));
    parcels.addAll(toSend(handle, order));
    return parcels;
  }

  /** Which lines of an order stand in the place of which, by line id. */
  public Map<Long, Long> replaced(Handle handle, long order) {
    Map<Long, Long> replaced = new HashMap<>();
    handle
        .createQuery(
            """
            select id, replaces_line_id from order_line
            where order_id = :order and replaces_line_id is not null""")
        .bind("order", order)
        .map((row, context) -> replaced.put(row.getLong(1), row.getLong(2)))
        .list();
    return replaced;
  }

  private static List<Parcel> sent(Handle handle, long order) {
    Map<Long, Parcel> parcels = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select p.id, p.carrier, p.tracking, p.more_tracking, p.shipped_at, r.order_line_id, l.quantity
            from shipment s join package p on p.shipment_id = s.id
            join package_line l on l.package_id = p.id join reservation r on r.id = l.reservation_id
            where s.order_id = :order order by p.shipped_at, p.id, r.id""")
        .bind("order", order)
        .map(
            (row, context) -> {
              Sent sent =
                  new Sent(
                      row.getString("carrier"),
                      row.getString("tracking"),
                      List.of((String[]) row.getArray("more_tracking").getArray()),
                      row.getTimestamp("shipped_at").toInstant());
              return parcels
                  .computeIfAbsent(
                      row.getLong("id"),
                      id -> new Parcel(State.SHIPPED, new LinkedHashMap<>(), Optional.of(sent)))
                  .units()
                  .merge(row.getLong("order_line_id"), row.getInt("quantity"), Integer::sum);
            })
        .list();
    return List.copyOf(parcels.values());
  }

  private static List<Parcel> toSend(Handle handle, long order) {
    Map<Long, Parcel> parcels = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select s.id, sum(r.acknowledged) over (partition by s.id) > 0 as packing, r.order_line_id, r.open
            from shipment s join reservation r on r.shipment_id = s.id
            where s.order_id = :order and r.open > 0 order by s.id, r.line_number""")
        .bind("order", order)
        .map(
            (row, context) -> {
              State state = row.getBoolean("packing") ? State.PACKING : State.PLANNED;
              return parcels
                  .computeIfAbsent(
                      row.getLong("id"),
                      id -> new Parcel(state, new LinkedHashMap<>(), Optional.empty()))
                  .units()
                  .merge(row.getLong("order_line_id"), row.getInt("open"), Integer::sum);
            })
        .list();
    return List.copyOf(parcels.values());
  }
}
