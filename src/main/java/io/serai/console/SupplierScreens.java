package io.serai.console;

import io.serai.view.Slice;
import io.serai.view.SupplierRow;
import io.serai.view.SuppliersView;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How suppliers do, and what they have billed. */
public final class SupplierScreens {
  private final SuppliersView suppliers;

  public SupplierScreens(SuppliersView suppliers) {
    this.suppliers = suppliers;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place("/suppliers", "Suppliers");
    screens.shows(
        "/suppliers",
        (handle, request) ->
            new Answer.Page("suppliers.html", Map.of("suppliers", suppliers.all(handle))));
    screens.shows("/suppliers/{id}", this::show);
  }

  private Answer show(Handle handle, Request request) {
    String id = request.parameters().get("id");
    SupplierRow supplier = suppliers.find(handle, id).orElseThrow(Request.Missing::new);
    Slice<SuppliersView.Bill> bills =
        suppliers.bills(handle, id, Listing.before(request), Listing.PAGE);
    return new Answer.Page(
        "supplier.html",
        Map.of(
            "supplier", supplier,
            "bills", bills.rows(),
            "overdue", suppliers.overdue(handle, id, Listing.PAGE),
            "older", Listing.older("/suppliers/" + id, "", bills)));
  }
}
