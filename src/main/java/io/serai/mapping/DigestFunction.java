package io.serai.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import net.thisptr.jackson.jq.Scope;

/**
 * The function {@code digest}: a short text that is another one when the value is another one, and
 * does not mind the order of keys. For the revision of orders whose channel gives them none, since
 * a revision outlives the personal data that it is made of.
 */
final class DigestFunction {
  private static final int LENGTH = 32;
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private DigestFunction() {}

  static void addTo(Scope scope) {
    scope.addFunction(
        "digest",
        0,
        (inner, arguments, input, path, output, version) ->
            output.emit(new TextNode(of(input)), null));
  }

  private static String of(JsonNode value) {
    try {
      Object plain = SORTED.treeToValue(value, Object.class);
      return Digest.of(SORTED.writeValueAsString(plain)).substring(0, LENGTH);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON value can be written", e);
    }
  }
}
