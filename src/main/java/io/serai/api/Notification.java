package io.serai.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a channel has sent to the hub, as it came; prints nothing of it.
 *
 * @param headers by their names in small letters
 * @param query the parameters of the address
 * @param body the bytes that a signature is made over
 */
public record Notification(Map<String, String> headers, Map<String, String> query, byte[] body) {
  /** The same with one header more, unless it has it already. */
  Notification withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    return new Notification(more, query, body);
  }

  @Override
  public String toString() {
    return "Notification";
  }
}
