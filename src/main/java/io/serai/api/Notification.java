package io.serai.api;

import java.util.Map;

/**
 * What a channel has sent to the hub, as it came; prints nothing of it.
 *
 * @param headers by their names in small letters
 * @param query the parameters of the address
 * @param body the bytes that a signature is made over
 */
public record Notification(Map<String, String> headers, Map<String, String> query, byte[] body) {
  @Override
  public String toString() {
    return "Notification";
  }
}
