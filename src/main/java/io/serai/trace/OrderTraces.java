package io.serai.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.serai.delivery.Delivery;
import io.serai.document.Document;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Makes one trace of all that happens to an order. Its work passes through the database, and may go
 * on days later in another process: so the trace is kept with the order, and each step is a span
 * below the one with which the order was taken in. Until somebody looks, nothing is done.
 */
public final class OrderTraces {
  private static final AttributeKey<String> ORDER = AttributeKey.stringKey("serai.order");
  private static final AttributeKey<String> ACCOUNT = AttributeKey.stringKey("serai.account");
  private static final AttributeKey<Long> DOCUMENT = AttributeKey.longKey("serai.document");
  private static final AttributeKey<Long> DELIVERY = AttributeKey.longKey("serai.delivery");
  private static final int ID_FROM = 3;
  private static final int ID_TO = 35;
  private static final int SPAN_FROM = 36;
  private static final int SPAN_TO = 52;

  private final Clock clock;
  private final Map<Long, Instant> taken = new ConcurrentHashMap<>();
  private volatile Optional<Tracer> tracer = Optional.empty();

  /** Traces in the orders' time. */
  public OrderTraces(Clock clock) {
    this.clock = clock;
  }

  /** From now on spans are made. */
  public void begin(Tracer spans) {
    tracer = Optional.of(spans);
  }

  private record Traced(long id, String name, String channel, Optional<String> trace) {}

  private record TakenIn(Traced order, long document, Instant arrived) {}

  /**
   * Begins the traces of orders that have just been taken in, in the same transaction; what changes
   * an order that was there is a step of its trace.
   *
   * @param documents in which the orders have come
   * @return the spans, to be ended with {@link #end} once it is committed
   */
  public List<Span> takenIn(Handle handle, Collection<Long> documents) {
    if (tracer.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            select o.id, o.channel || '/' || o.number as name, o.channel, o.trace, d.id as document, d.at
            from document d join customer_order o on o.channel = d.account and o.number = d.name
            where d.id = any(:documents) and d.kind = 'order'""")
        .bind("documents", documents.toArray(Long[]::new))
        .map(
            (row, context) ->
                new TakenIn(
                    new Traced(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("channel"),
                        Optional.ofNullable(row.getString("trace"))),
                    row.getLong("document"),
                    row.getTimestamp("at").toInstant()))
        .list()
        .stream()
        .map(order -> takenIn(handle, order))
        .toList();
  }

  /** Ends spans now. */
  public void end(List<Span> spans) {
    spans.forEach(span -> span.end(clock.instant()));
  }

  /** Deliveries have been taken, to be sent now. */
  public void taken(List<Delivery> deliveries) {
    if (tracer.isPresent()) {
      deliveries.forEach(delivery -> taken.put(delivery.id(), clock.instant()));
    }
  }

  /**
   * An attempt of a delivery has ended, for each order that it is about.
   *
   * @param fault what has gone wrong; empty when it has been sent
   */
  public void attempted(Handle handle, Delivery delivery, String fault) {
    Instant since = Optional.ofNullable(taken.remove(delivery.id())).orElseGet(clock::instant);
    if (tracer.isEmpty()) {
      return;
    }
    Attributes what = Attributes.of(ACCOUNT, delivery.account(), DELIVERY, delivery.id());
    for (Traced order : about(handle, delivery)) {
      step(order, "send " + delivery.kind(), since, what, fault);
    }
  }

  /** A document of a supplier has been applied, for each of these purchase orders. */
  public void applied(Handle handle, Document document, Collection<String> purchaseOrders) {
    if (tracer.isEmpty()) {
      return;
    }
    Attributes what = Attributes.of(ACCOUNT, document.account(), DOCUMENT, document.id());
    for (Traced order :
        orders(
            handle,
            "o.id in (select order_id from shipment where po_number = any(:those))",
            purchaseOrders.toArray(String[]::new))) {
      step(order, "apply " + document.kind(), document.at(), what, "");
    }
  }

  private Span takenIn(Handle handle, TakenIn order) {
    Span span =
        builder(order.order(), order.order().trace().isEmpty() ? "take in order" : "revise order")
            .setStartTimestamp(order.arrived())
            .setAttribute(ACCOUNT, order.order().channel())
            .setAttribute(DOCUMENT, order.document())
            .startSpan();
    if (order.order().trace().isEmpty()) {
      SpanContext made = span.getSpanContext();
      handle.execute(
          "update customer_order set trace = ? where id = ?",
          "00-" + made.getTraceId() + "-" + made.getSpanId() + "-01",
          order.order().id());
    }
    return span;
  }

  private void step(Traced order, String name, Instant since, Attributes what, String fault) {
    Span span = builder(order, name).setStartTimestamp(since).setAllAttributes(what).startSpan();
    if (!fault.isEmpty()) {
      // What the other side has said may quote the customer: it stands in the database alone.
      span.setStatus(StatusCode.ERROR);
    }
    span.end(clock.instant());
  }

  private SpanBuilder builder(Traced order, String name) {
    SpanBuilder builder = tracer.orElseThrow().spanBuilder(name).setAttribute(ORDER, order.name());
    SpanContext route = Span.current().getSpanContext();
    if (route.isValid()) {
      builder.addLink(route);
    }
    return order
        .trace()
        .map(trace -> builder.setParent(Context.root().with(Span.wrap(parent(trace)))))
        .orElseGet(builder::setNoParent);
  }

  private static SpanContext parent(String trace) {
    return SpanContext.createFromRemoteParent(
        trace.substring(ID_FROM, ID_TO),
        trace.substring(SPAN_FROM, SPAN_TO),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  private static List<Traced> about(Handle handle, Delivery delivery) {
    if (delivery.orderId().isPresent()) {
      return orders(handle, "o.id = any(:those)", new Long[] {delivery.orderId().get()});
    }
    return delivery.documentId().isEmpty()
        ? List.of()
        : orders(
            handle,
            "o.id in (select order_id from shipment where document_id = any(:those))",
            new Long[] {delivery.documentId().get()});
  }

  private static List<Traced> orders(Handle handle, String which, Object[] those) {
    return handle
        .createQuery(
            """
            select o.id, o.channel || '/' || o.number as name, o.channel, o.trace from customer_order o
            where o.trace is not null and %s"""
                .formatted(which))
        .bind("those", those)
        .map(
            (row, context) ->
                new Traced(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("channel"),
                    Optional.of(row.getString("trace"))))
        .list();
  }
}
