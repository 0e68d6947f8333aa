package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * An answer that has been read.
 *
 * @param headers by their names in small letters
 * @param body JSON where it is JSON, or else its text; null JSON when there is none
 * @param cutShort whether it says that it is JSON and does not end as JSON does
 */
public record Answer(int status, Map<String, String> headers, JsonNode body, boolean cutShort) {
  private static final int SHOWN = 500;
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  /** Reads an answer as it came. */
  static Answer read(Transport.Reply reply) {
    String text = new String(unpacked(reply.body()), StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return new Answer(reply.status(), reply.headers(), Json.MAPPER.nullNode(), false);
    }
    boolean isJson =
        reply.headers().getOrDefault("content-type", "").contains("json")
            || text.startsWith("{")
            || text.startsWith("[");
    if (isJson) {
      try {
        JsonNode body = Json.read("answer", text.getBytes(StandardCharsets.UTF_8));
        return new Answer(reply.status(), reply.headers(), body, false);
      } catch (MappingFault notJson) {
        return new Answer(reply.status(), reply.headers(), new TextNode(text), true);
      }
    }
    return new Answer(reply.status(), reply.headers(), new TextNode(text), false);
  }

  /** A document that was packed by gzip is read as what is in it, up to 32 MiB. */
  private static byte[] unpacked(byte[] body) {
    boolean isPacked = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    if (!isPacked) {
      return body;
    }
    try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return packed.readNBytes(MOST_BYTES);
    } catch (IOException broken) {
      return body;
    }
  }

  /** Whether the status says that all went well. */
  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** The status and the start of the body, for a message. */
  String excerpt() {
    String text = body.isTextual() ? body.asText() : body.isNull() ? "" : body.toString();
    String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return start.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + start;
  }
}
