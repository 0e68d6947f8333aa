package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.LocatedYaml;

/**
 * A part of a route that has been recognised: a step, an expression, a bean.
 *
 * @param yaml the file
 * @param at where the part stands
 * @param model the definition of Camel's model, such as {@code ToDefinition}
 * @param parent the definition that it stands in
 * @param key the key that it stands under, such as {@code jq}
 * @param value what is written there
 */
record RoutePart(
    LocatedYaml yaml, JsonPointer at, String model, String parent, String key, JsonNode value) {

  /** The text of a key of this part, empty when there is none. */
  String text(String name) {
    return value.path(name).asText("");
  }

  /** The text of a key, or the part itself where the short form is used. */
  String textOrSelf(String name) {
    return value.isTextual() ? value.asText() : text(name);
  }

  /** Where a key stands, or the part itself where the short form is used. */
  JsonPointer place(String name) {
    return value.isObject() ? at.appendProperty(name) : at;
  }
}
