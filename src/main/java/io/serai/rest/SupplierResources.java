package io.serai.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import io.serai.view.Slice;
import io.serai.view.SupplierRow;
import io.serai.view.SuppliersView;
import org.jdbi.v3.core.Handle;

/** How suppliers do, and what they have billed. */
public final class SupplierResources {
  private static final int MOST_OVERDUE = 200;

  private final SuppliersView suppliers;

  public SupplierResources(SuppliersView suppliers) {
    this.suppliers = suppliers;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources
        .answers("listSuppliers", this::list)
        .answers("getSupplier", this::show)
        .answers("listInvoices", this::invoices);
  }

  private Reply list(Handle handle, Call call) {
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    suppliers.all(handle).forEach(supplier -> items.add(shape(supplier)));
    return Reply.of(body);
  }

  private Reply show(Handle handle, Call call) {
    SupplierRow supplier = found(handle, call);
    ObjectNode shape = shape(supplier);
    shape.set(
        "overduePurchaseOrders",
        Shape.list(suppliers.overdue(handle, supplier.id(), MOST_OVERDUE)));
    return Reply.of(shape);
  }

  private Reply invoices(Handle handle, Call call) {
    Paging paging = Paging.of(call, "invoices");
    Slice<SuppliersView.Bill> found =
        suppliers.bills(handle, found(handle, call).id(), paging.before(), paging.most());
    return paging.reply(Shape.list(found.rows()), found.next());
  }

  private SupplierRow found(Handle handle, Call call) {
    String id = call.parameter("supplier");
    return suppliers
        .find(handle, id)
        .orElseThrow(() -> Problem.missing("There is no supplier " + id + "."));
  }

  private static ObjectNode shape(SupplierRow supplier) {
    ObjectNode shape = Shape.of(supplier);
    supplier.fillRate().ifPresent(rate -> shape.put("fillRate", rate));
    return shape;
  }
}
