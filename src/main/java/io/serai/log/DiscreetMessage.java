package io.serai.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A line's message, which names nobody. */
public final class DiscreetMessage extends MessageConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return Discretion.of(super.convert(event));
  }
}
