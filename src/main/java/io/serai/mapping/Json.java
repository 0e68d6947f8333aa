package io.serai.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/**
 * JSON as the hub reads and writes it: decimals are never doubles, so that money and long ids stay
 * exact.
 */
public final class Json {
  /** The one mapper; thread-safe. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .nodeFactory(new PlainNumbers())
          .build();

  /** A JSON object as a map, for {@code MAPPER.convertValue}. */
  public static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private Json() {}

  /** A new, empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads one JSON value.
   *
   * @throws MappingFault when the bytes are not exactly one JSON value; the message gives line and
   *     column
   */
  public static JsonNode read(String name, byte[] content) {
    try {
      return MAPPER.readTree(content);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      String where =
          place == null ? name : name + ":" + place.getLineNr() + ":" + place.getColumnNr();
      throw new MappingFault(where + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new MappingFault(name + ": not JSON: " + e.getMessage(), e);
    }
  }

  /** Reads JSON that this hub wrote itself. */
  public static JsonNode read(String own) {
    try {
      return MAPPER.readTree(own);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON of the hub's own is broken: " + e.getMessage(), e);
    }
  }
}
