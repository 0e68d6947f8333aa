package io.serai.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Writes each event as one JSON object on one line: {@code time} in UTC, {@code level}, {@code
 * logger}, {@code thread}, {@code message}, {@code exception} if there is one, and what it is about
 * as {@link Subject} names it.
 */
public final class JsonLine extends EncoderBase<ILoggingEvent> {
  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ObjectNode line =
        Json.object()
            .put("time", event.getInstant().toString())
            .put("level", event.getLevel().toString())
            .put("logger", event.getLoggerName())
            .put("thread", event.getThreadName())
            .put("message", Discretion.of(event.getFormattedMessage()));
    new TreeMap<>(event.getMDCPropertyMap()).forEach(line::put);
    if (event.getThrowableProxy() != null) {
      line.put("exception", Discretion.of(ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }
}
