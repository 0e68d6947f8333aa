package io.serai.api;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** What carries a call to the other side: HTTP in a hub, recorded answers in a fixture. */
public interface Transport {
  /**
   * Sends one call and waits for its whole answer.
   *
   * @throws IOException when there is none, or half of one; the call may have had its effect
   */
  Reply send(Call call) throws IOException;

  /**
   * A call as it goes out, credentials included.
   *
   * @param body empty for none
   */
  record Call(String method, URI uri, Map<String, String> headers, byte[] body) {
    /** Without the headers, which hold the credentials, and without the query, which may. */
    @Override
    public String toString() {
      return method + " " + uri.getRawPath();
    }
  }

  /**
   * An answer as it came.
   *
   * @param headers by their names in small letters
   */
  record Reply(int status, Map<String, String> headers, byte[] body) {}
}
