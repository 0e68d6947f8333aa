package io.serai.sandbox.contract;

import java.net.URI;
import java.util.Map;

/**
 * A request as it would have gone to the official server.
 *
 * @param operation its name, for whoever reads the figures
 * @param body empty for none
 */
public record OfficialRequest(
    String operation, String method, URI uri, Map<String, String> headers, byte[] body) {
  /** Without the headers, which hold the credentials, and without the query, which may. */
  @Override
  public String toString() {
    return operation + " (" + method + " " + uri.getRawPath() + ")";
  }
}
