package io.serai.hub.files;

import io.serai.delivery.TryLater;
import java.util.function.BiConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a look into a supplier's folder that has failed: a line in the log, and another
 * look at the next time. A server that is not the one we know is for a person, too.
 */
final class PollFaults implements ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PollFaults.class);

  private final String supplier;
  private final BiConsumer<String, String> alert;

  /**
   * @param alert takes a key that is the same for the same fault, and what to tell
   */
  PollFaults(String supplier, BiConsumer<String, String> alert) {
    this.supplier = supplier;
    this.alert = alert;
  }

  @Override
  public void handleException(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof TryLater stranger) {
        LOG.warn(stranger.getMessage());
        alert.accept(
            "server-key:" + supplier + ":" + stranger.getMessage().hashCode(),
            stranger.getMessage());
        return;
      }
    }
    LOG.warn(
        "Files of supplier {} cannot be taken now, and stay where they are: {}",
        supplier,
        Causes.last(fault));
  }

  @Override
  public void handleException(String message, Throwable fault) {
    handleException(fault);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable fault) {
    handleException(fault);
  }
}
