package io.serai.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One received or sent file or message, kept as it came.
 *
 * @param kind what it is: {@code order}, {@code order-page}, {@code notification}, {@code
 *     supplier-file}, {@code interchange-file}, {@code purchase-order}
 * @param account the channel or supplier that it came from or goes to
 * @param name the file name, or the order's number
 * @param content the raw bytes
 * @param at when it arrived or was written, by the hub's clock
 */
public record Document(
    long id, String kind, String account, String name, byte[] content, Instant at) {
  /** The content as UTF-8 text. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
