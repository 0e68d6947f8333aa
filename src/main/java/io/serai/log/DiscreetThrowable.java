package io.serai.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A line's exception, which names nobody. */
public final class DiscreetThrowable extends ThrowableProxyConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return Discretion.of(super.convert(event));
  }
}
