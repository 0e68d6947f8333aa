package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.serai.trace.OrderTraces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The trace of an order, from its arrival to the last that is sent of it. */
class TraceTest {
  private static final AttributeKey<String> ORDER = AttributeKey.stringKey("serai.order");

  @Test
  void allThatHappensToAnOrderIsOneTrace() {
    Spans spans = new Spans();
    try (Scene scene = Scene.usual();
        SdkTracerProvider provider =
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()) {
      scene.bean(OrderTraces.class, "traces").begin(provider.get("test"));
      scene.stock("north", "TEA,9").order("1001", "TEA,2").order("1002", "TEA,1");
      scene.sendPurchaseOrders();
      scene.restart();
      scene.bean(OrderTraces.class, "traces").begin(provider.get("test"));
      String po = scene.purchaseOrder("1001");
      scene.notice("north", po + ",1,TEA,2,UPSN,1Z999,2026-11-23T09:00:00Z,NTH-1");
      scene.deliver("tracking", "dtc");

      assertThat(spans.of("dtc/1001"))
          .extracting(SpanData::getName)
          .containsExactly(
              "take in order", "send purchase-order", "apply supplier-file", "send tracking");
      assertThat(spans.of("dtc/1002"))
          .extracting(SpanData::getName)
          .containsExactly("take in order", "send purchase-order");
      SpanData first = spans.of("dtc/1001").get(0);
      assertThat(spans.of("dtc/1001"))
          .extracting(SpanData::getTraceId)
          .containsOnly(first.getTraceId());
      assertThat(spans.of("dtc/1001").subList(1, 4))
          .extracting(SpanData::getParentSpanId)
          .containsOnly(first.getSpanId());
      assertThat(spans.of("dtc/1002").get(0).getTraceId()).isNotEqualTo(first.getTraceId());
      assertThat(spans.all.toString()).doesNotContain("ann@example.com", "Street 1");
    }
  }

  @Test
  void theyAreSentToTheCollectorByOtlp() throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    HttpServer collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          exchange.getRequestBody().transferTo(received);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    URI address = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
    try (Scene scene = Scene.usual();
        DefaultCamelContext context = new DefaultCamelContext()) {
      OrderTraces traces = scene.bean(OrderTraces.class, "traces");
      try (TraceExport export = TraceExport.to(address, "hub-1", context, traces)) {
        scene.stock("north", "TEA,9").order("1001", "TEA,2");
      }
    } finally {
      collector.stop(0);
    }
    assertThat(received.toString(StandardCharsets.ISO_8859_1))
        .contains("dtc/1001", "take in order", "hub-1");
  }

  @Test
  void withoutACollectorNothingIsTraced() {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "TEA,9").order("1001", "TEA,2");
      assertThat(scene.rows("select 1 from customer_order where trace is not null")).isEmpty();
    }
  }

  private static final class Spans implements SpanExporter {
    private final List<SpanData> all = new CopyOnWriteArrayList<>();

    private List<SpanData> of(String order) {
      return all.stream().filter(span -> order.equals(span.getAttributes().get(ORDER))).toList();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      all.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
