package io.serai.hub;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Beans {@code pageHeaders}, {@code consoleHeaders}, {@code restHeaders} and {@code watchHeaders}:
 * of a request only what is read reaches them, and of what they answer nothing is held back, {@code
 * Cache-Control} included.
 */
public final class PageHeaders implements HeaderFilterStrategy {
  // The fields of forms come by this way too. Camel's own headers are not for a browser to set.
  private static final Pattern FIELD = Pattern.compile("(?!(?i)camel)[a-z][A-Za-z0-9]{0,30}");
  private static final Pattern NONE = Pattern.compile("(?!)");

  private final Set<String> read;
  private final Pattern fields;

  private PageHeaders(Set<String> read, Pattern fields) {
    this.read = read;
    this.fields = fields;
  }

  /** Those of the customer's page. */
  static PageHeaders ofPages() {
    return new PageHeaders(
        Set.of("token", "answer", "accept-language", "content-type", "choice", "line", "sku"),
        NONE);
  }

  /** Those of the API. */
  static PageHeaders ofApi() {
    return new PageHeaders(
        Set.of("accept", "authorization", "content-type", "idempotency-key"), NONE);
  }

  /** Those of the console. */
  static PageHeaders ofConsole() {
    return new PageHeaders(
        Set.of(
            "cookie",
            "content-type",
            "host",
            "hx-request",
            "origin",
            "sec-fetch-site",
            "x-forwarded-proto"),
        FIELD);
  }

  /** Those of whoever watches the hub. */
  static PageHeaders ofWatchers() {
    return new PageHeaders(Set.of("authorization"), NONE);
  }

  /** Whether a header of the answer is held back: only Camel's own are. */
  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return name.startsWith("Camel");
  }

  /** Whether a header of the request is held back. */
  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return !read.contains(name.toLowerCase(Locale.ROOT)) && !fields.matcher(name).matches();
  }
}
