package io.serai.hub;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.serai.trace.OrderTraces;
import java.net.URI;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

/** Sends the traces of orders, and of the routes that work on them, to a collector by OTLP. */
final class TraceExport implements AutoCloseable {
  // The clock starts these many times a second, mostly for nothing; browsers are no order's way.
  private static final String NOT_TRACED = "timer*,quartz*,platform-http*";

  private final SdkTracerProvider provider;
  private final LibraryLog log = LibraryLog.of("io.opentelemetry");

  private TraceExport(SdkTracerProvider provider) {
    this.provider = provider;
  }

  /** Begins, on a context that has not been started. */
  static TraceExport to(URI collector, String hub, CamelContext context, OrderTraces traces) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "serai",
                        AttributeKey.stringKey("service.instance.id"),
                        hub)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        OtlpHttpSpanExporter.builder().setEndpoint(collector.toString()).build())
                    .build())
            .build();
    Tracer tracer = provider.get("io.serai");
    traces.begin(tracer);
    context.getRegistry().bind("tracer", tracer);
    // Other sides are not told of our traces.
    context.getRegistry().bind("propagators", ContextPropagators.noop());
    OpenTelemetryTracer routes = new OpenTelemetryTracer();
    routes.setExcludePatterns(NOT_TRACED);
    routes.init(context);
    return new TraceExport(provider);
  }

  /** Sends what is not sent, and ends. */
  @Override
  public void close() {
    provider.close();
    log.close();
  }
}
