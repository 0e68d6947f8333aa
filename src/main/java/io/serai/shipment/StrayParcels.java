package io.serai.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The table of what suppliers have shipped that counts for no order: too many, twice, or after it
 * was cancelled.
 */
public final class StrayParcels {
  private final Clock clock;

  public StrayParcels(Clock clock) {
    this.clock = clock;
  }

  /**
   * Units in a parcel that count for no order.
   *
   * @param reference as of the notice
   * @param open those that may still count, once another supplier lets go of as many
   */
  public record Stray(
      long id,
      long reservationId,
      String reference,
      String carrier,
      String tracking,
      List<String> moreTracking,
      String sscc,
      Instant shippedAt,
      Optional<String> shippedSku,
      int quantity,
      int open) {}

  /**
   * Keeps a parcel's units.
   *
   * @param stray its id does not count
   * @param beyond whether they are more than were ever asked for
   */
  public void keep(Handle handle, Stray stray, boolean beyond) {
    handle
        .createUpdate(
            """
            insert into stray_parcel (reservation_id, reference, carrier, tracking, more_tracking, sscc, shipped_at,
              shipped_sku, quantity, open, beyond, at)
            values (:reservation, :reference, :carrier, :tracking, :more, :sscc, :shippedAt,
              :sku, :quantity, :open, :beyond, :at)""")
        .bind("reservation", stray.reservationId())
        .bind("reference", stray.reference())
        .bind("carrier", stray.carrier())
        .bind("tracking", stray.tracking())
        .bind("more", stray.moreTracking().toArray(String[]::new))
        .bind("sscc", stray.sscc())
        .bind("shippedAt", stray.shippedAt())
        .bind("sku", stray.shippedSku().orElse(null))
        .bind("quantity", stray.quantity())
        .bind("open", stray.open())
        .bind("beyond", beyond)
        .bind("at", clock.instant())
        .execute();
  }

  /** What may still count for this order line, the oldest first. */
  public List<Stray> open(Handle handle, long orderLine) {
    return handle
        .createQuery(
            """
            select p.* from stray_parcel p join reservation r on r.id = p.reservation_id
            where r.order_line_id = :line and p.open > 0 order by p.id""")
        .bind("line", orderLine)
        .map(
            (row, context) ->
                new Stray(
                    row.getLong("id"),
                    row.getLong("reservation_id"),
                    row.getString("reference"),
                    row.getString("carrier"),
                    row.getString("tracking"),
                    PackageStore.texts(row, "more_tracking"),
                    row.getString("sscc"),
                    row.getTimestamp("shipped_at").toInstant(),
                    Optional.ofNullable(row.getString("shipped_sku")),
                    row.getInt("quantity"),
                    row.getInt("open")))
        .list();
  }

  /** The SKUs in what may still count for these order lines, where they are not what was asked. */
  public List<String> substitutes(Handle handle, Collection<Long> orderLines) {
    return handle
        .createQuery(
            """
            select distinct p.shipped_sku from stray_parcel p join reservation r on r.id = p.reservation_id
            where r.order_line_id = any(:lines) and p.open > 0 and p.shipped_sku is not null""")
        .bind("lines", orderLines.toArray(Long[]::new))
        .mapTo(String.class)
        .list();
  }

  /** Units of it count now. */
  public void count(Handle handle, long stray, int units) {
    handle
        .createUpdate(
            "update stray_parcel set quantity = quantity - :units, open = open - :units where id = :id")
        .bind("units", units)
        .bind("id", stray)
        .execute();
  }

  /** Of the units that a reservation has given up, how many are in parcels here. */
  public int givenUp(Handle handle, long reservation) {
    return handle
        .createQuery(
            "select coalesce(sum(quantity), 0) from stray_parcel where reservation_id = :id and not beyond")
        .bind("id", reservation)
        .mapTo(Integer.class)
        .one();
  }
}
