package io.serai.shipment;

import io.serai.order.OrderStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of packages and what is in them. */
public final class PackageStore {

  /**
   * What a notice has said of a reservation before.
   *
   * @param packageId of the package; 0 where the units count for no order
   * @param units in it
   */
  public record Told(
      long packageId, String reference, String tracking, long reservationId, int units) {}

  /** All that notices have said of these shipments, whether it counts or not. */
  public List<Told> told(Handle handle, Collection<Long> shipments) {
    return handle
        .createQuery(
            """
            select p.id, p.reference, p.tracking, l.reservation_id, l.quantity from package p
            join package_line l on l.package_id = p.id where p.shipment_id = any(:shipments)
            union all
            select 0, s.reference, s.tracking, s.reservation_id, s.quantity from stray_parcel s
            join reservation r on r.id = s.reservation_id where r.shipment_id = any(:shipments) and s.quantity > 0""")
        .bind("shipments", shipments.toArray(Long[]::new))
        .map(
            (row, context) ->
                new Told(
                    row.getLong("id"),
                    row.getString("reference"),
                    row.getString("tracking"),
                    row.getLong("reservation_id"),
                    row.getInt("quantity")))
        .list();
  }

  /** What stands in a column of texts. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** When the latest package of an order left, by its supplier; empty: none has. */
  public Optional<Instant> latest(Handle handle, long order) {
    return handle
        .createQuery(
            """
            select max(p.shipped_at) as latest from package p
            join shipment s on s.id = p.shipment_id where s.order_id = :order""")
        .bind("order", order)
        .map((row, context) -> Optional.ofNullable(row.getTimestamp("latest")))
        .one()
        .map(Timestamp::toInstant);
  }

  /** The supplier corrects the tracking of a package. */
  public void correct(Handle handle, long packageId, ShippedPackage corrected) {
    handle
        .createUpdate(
            "update package set carrier = :carrier, tracking = :tracking, more_tracking = :more where id = :id")
        .bind("carrier", corrected.carrier())
        .bind("tracking", corrected.tracking())
        .bind("more", corrected.moreTracking().toArray(String[]::new))
        .bind("id", packageId)
        .execute();
  }

  /** Writes packages that are new. */
  public void insert(Handle handle, List<ShippedPackage> shipped) {
    if (shipped.isEmpty()) {
      return;
    }
    PreparedBatch packages =
        handle.prepareBatch(
            """
            insert into package (id, shipment_id, reference, carrier, tracking, more_tracking, sscc, shipped_at)
            values (:id, :shipment, :reference, :carrier, :tracking, :more, :sscc, :shippedAt)""");
    PreparedBatch lines =
        handle.prepareBatch(
            "insert into package_line (package_id, reservation_id, quantity, shipped_sku)"
                + " values (:package, :reservation, :units, :sku)");
    var ids = OrderStore.nextIds(handle, "package_id", shipped.size()).iterator();
    for (ShippedPackage parcel : shipped) {
      long id = ids.next();
      packages
          .bind("id", id)
          .bind("shipment", parcel.shipmentId())
          .bind("reference", parcel.reference())
          .bind("carrier", parcel.carrier())
          .bind("tracking", parcel.tracking())
          .bind("more", parcel.moreTracking().toArray(String[]::new))
          .bind("sscc", parcel.sscc())
          .bind("shippedAt", parcel.shippedAt())
          .add();
      parcel
          .units()
          .forEach(
              (reservation, units) ->
                  lines
                      .bind("reservation", reservation)
                      .bind("units", units)
                      .bind("package", id)
                      .bind("sku", parcel.substitute().orElse(null))
                      .add());
    }
    packages.execute();
    lines.execute();
  }
}
