package io.serai.log;

import io.serai.delivery.Delivery;
import io.serai.document.Document;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * What is being worked on, by which every line that is logged meanwhile on this thread is found:
 * {@code order} as channel/number, {@code document} and {@code delivery} by their ids, {@code
 * account}, {@code trace}.
 */
public final class Subject implements AutoCloseable {
  private static final int TRACE_FROM = 3;
  private static final int TRACE_TO = 35;

  private final Map<String, String> before;

  private Subject(Map<String, String> named) {
    Map<String, String> there = MDC.getCopyOfContextMap();
    before = there == null ? Map.of() : there;
    named.forEach(MDC::put);
  }

  /** A delivery is under way. */
  public static Subject of(Delivery delivery) {
    Map<String, String> named = new HashMap<>();
    named.put("delivery", Long.toString(delivery.id()));
    named.put("account", delivery.account());
    delivery.documentId().ifPresent(id -> named.put("document", Long.toString(id)));
    delivery.order().ifPresent(order -> named.put("order", order));
    delivery.trace().ifPresent(trace -> named.put("trace", trace.substring(TRACE_FROM, TRACE_TO)));
    return new Subject(named);
  }

  /** A document is read or applied. */
  public static Subject of(Document document) {
    Map<String, String> named = new HashMap<>();
    named.put("document", Long.toString(document.id()));
    named.put("account", document.account());
    if (document.kind().equals("order")) {
      named.put("order", document.account() + "/" + document.name());
    }
    return new Subject(named);
  }

  /** An order is taken in. */
  public static Subject ofOrder(String channel, String number) {
    return new Subject(Map.of("order", channel + "/" + number, "account", channel));
  }

  /** What was worked on before is worked on again. */
  @Override
  public void close() {
    MDC.setContextMap(before);
  }
}
