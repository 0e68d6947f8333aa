package io.serai.hub;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Bean {@code pageHeaders}: of a browser's request only what the customer's page reads reaches it,
 * and of what it answers nothing is held back, {@code Cache-Control} included.
 */
public final class PageHeaders implements HeaderFilterStrategy {
  private static final Set<String> READ =
      Set.of("token", "answer", "accept-language", "content-type", "choice", "line", "sku");

  /** Whether a header of the answer is held back: only Camel's own are. */
  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return name.startsWith("Camel");
  }

  /** Whether a header of the request is held back. */
  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return !READ.contains(name.toLowerCase(Locale.ROOT));
  }
}
