package io.serai.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.access.AuditLog;
import io.serai.mapping.Json;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import io.serai.view.OrderFilter;
import io.serai.view.OrderRow;
import io.serai.view.OrderStory;
import io.serai.view.OrderStoryView;
import io.serai.view.OrdersView;
import io.serai.view.Slice;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Orders: the list, the whole story of one, and notes. */
public final class OrderResources {
  private final OrdersView orders = new OrdersView();
  private final OrderStoryView stories = new OrderStoryView();
  private final Timeline timeline;
  private final AuditLog audit;

  public OrderResources(Timeline timeline, AuditLog audit) {
    this.timeline = timeline;
    this.audit = audit;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources
        .answers("listOrders", this::list)
        .answers("getOrder", this::show)
        .answers("addOrderNote", this::note);
  }

  private Reply list(Handle handle, Call call) {
    Paging paging = Paging.of(call, "orders");
    OrderFilter wanted =
        new OrderFilter(
            call.asked("text"),
            call.asked("channel"),
            call.asked("state")
                .map(word -> OrderFilter.State.valueOf(word.toUpperCase(Locale.ROOT))),
            call.is("split"));
    Slice<OrderRow> found = orders.find(handle, wanted, paging.before(), paging.most());
    ArrayNode items = Json.MAPPER.createArrayNode();
    found
        .rows()
        .forEach(
            row ->
                items.add(
                    Shape.of(row)
                        .put("onHold", row.holdReason().isPresent())
                        .put("state", row.state())));
    return paging.reply(items, found.next());
  }

  private Reply show(Handle handle, Call call) {
    OrderStory story = stories.read(handle, id(handle, call)).orElseThrow();
    ObjectNode order = Shape.of(story.head());
    order.set("lines", Shape.list(story.lines()));
    ArrayNode shipments = order.putArray("shipments");
    story.shipments().forEach(shipment -> shipments.add(shipment(shipment)));
    order.set("backorders", Shape.list(story.waits()));
    order.set("documents", Shape.list(story.documents()));
    order.set("deliveries", Shape.list(story.deliveries()));
    order.set("alerts", Shape.list(story.alerts()));
    order.set("timeline", Shape.list(story.happened()));
    return Reply.of(order);
  }

  private static ObjectNode shipment(OrderStory.Shipment shipment) {
    ObjectNode shape = Shape.of(shipment.asked());
    shape.set("lines", Shape.list(shipment.parts()));
    shape.set("packages", Shape.list(shipment.parcels()));
    return shape;
  }

  private Reply note(Handle handle, Call call) {
    long order = id(handle, call);
    String text = call.text("text");
    timeline.write(handle, List.of(new Entry(order, "note", call.who() + ": " + text)));
    audit.note(
        handle,
        call.who(),
        "noted",
        "order " + call.parameter("channel") + " " + call.parameter("number"),
        text);
    return Reply.done();
  }

  private long id(Handle handle, Call call) {
    String channel = call.parameter("channel");
    String number = call.parameter("number");
    return stories
        .id(handle, channel, number)
        .orElseThrow(
            () ->
                Problem.missing(
                    stories
                        .arrived(handle, channel, number)
                        .map(
                            paper ->
                                paper.status().equals("received")
                                    ? "The order was received, and is taken in within seconds."
                                    : "The order was received as document "
                                        + paper.id()
                                        + ", which is "
                                        + paper.status()
                                        + ".")
                        .orElse("Channel " + channel + " has no order " + number + ".")));
  }
}
