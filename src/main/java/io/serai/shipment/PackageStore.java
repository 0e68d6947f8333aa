package io.serai.shipment;

import io.serai.order.OrderStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of packages and what is in them. */
public final class PackageStore {

  /**
   * What is in those of these packages that are here already: units by reservation, by reference.
   */
  public Map<String, Map<Long, Integer>> contents(Handle handle, Collection<String> references) {
    Map<String, Map<Long, Integer>> contents = new HashMap<>();
    handle
        .createQuery(
            """
            select p.reference, l.reservation_id, l.quantity from package p
            join package_line l on l.package_id = p.id where p.reference = any(:references)""")
        .bind("references", references.toArray(String[]::new))
        .map(
            (row, context) ->
                contents
                    .computeIfAbsent(row.getString("reference"), reference -> new HashMap<>())
                    .put(row.getLong("reservation_id"), row.getInt("quantity")))
        .list();
    return contents;
  }

  /** Writes packages that are new. */
  public void insert(Handle handle, List<ShippedPackage> shipped) {
    if (shipped.isEmpty()) {
      return;
    }
    PreparedBatch packages =
        handle.prepareBatch(
            """
            insert into package (id, shipment_id, reference, carrier, tracking, shipped_at)
            values (:id, :shipment, :reference, :carrier, :tracking, :shippedAt)""");
    PreparedBatch lines =
        handle.prepareBatch(
            "insert into package_line (package_id, reservation_id, quantity)"
                + " values (:package, :reservation, :units)");
    var ids = OrderStore.nextIds(handle, "package_id", shipped.size()).iterator();
    for (ShippedPackage parcel : shipped) {
      long id = ids.next();
      packages
          .bind("id", id)
          .bind("shipment", parcel.shipmentId())
          .bind("reference", parcel.reference())
          .bind("carrier", parcel.carrier())
          .bind("tracking", parcel.tracking())
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
                      .add());
    }
    packages.execute();
    lines.execute();
  }
}
