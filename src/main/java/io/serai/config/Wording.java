package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what a validator found in the words of the one who wrote the file. Values are quoted from
 * the file, where a secret is still its placeholder, and not at all where the schema says password.
 */
final class Wording {
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "string", "\"text\"",
          "integer", "1",
          "number", "1.5",
          "boolean", "true",
          "array", "[a, b]",
          "object", "{key: value}");

  private final JsonNode schema;
  private final LocatedYaml yaml;
  private final JsonPointer base;

  Wording(JsonNode schema, LocatedYaml yaml, JsonPointer base) {
    this.schema = schema;
    this.yaml = yaml;
    this.base = base;
  }

  Finding finding(ValidationMessage message) {
    JsonPointer at = base.append(pointer(message.getInstanceLocation()));
    JsonNode rule = rule(message);
    JsonNode limit = message.getSchemaNode();
    return switch (message.getType()) {
      case "additionalProperties", "unevaluatedProperties" ->
          unknownKey(message, at, rule, message.getProperty());
      case "required" -> missingKey(message, at, rule, message.getProperty());
      case "dependentRequired" -> missingKey(message, at, rule, message.getProperty());
      case "type" -> wrongType(message, at, rule);
      case "enum", "const" -> notInList(message, at, rule);
      case "minimum" -> outOfRange(message, at, rule, "small", "of at least " + limit.asText());
      case "exclusiveMinimum" -> outOfRange(message, at, rule, "small", "above " + limit.asText());
      case "maximum" -> outOfRange(message, at, rule, "large", "of at most " + limit.asText());
      case "exclusiveMaximum" -> outOfRange(message, at, rule, "large", "below " + limit.asText());
      case "minLength", "minItems", "minProperties" ->
          simple(message, at, " holds too little", "write at least " + limit.asText() + " of it");
      case "maxLength", "maxItems", "maxProperties" ->
          simple(message, at, " holds too much", "write at most " + limit.asText() + " of it");
      case "uniqueItems" -> simple(message, at, " names the same thing twice", "keep one");
      case "propertyNames" -> badName(message, at);
      default -> wrongForm(message, at, rule);
    };
  }

  /** Several forms are allowed, and the value has the type of none. */
  Finding wrongTypeForAll(List<ValidationMessage> forms) {
    JsonPointer at = base.append(pointer(forms.get(0).getInstanceLocation()));
    Set<String> wanted = new LinkedHashSet<>();
    for (ValidationMessage form : forms) {
      wanted.addAll(Words.types(form.getSchemaNode()));
    }
    JsonNode rule = rule(forms.get(0));
    String what = name(at) + " is " + found(at, rule) + " where " + String.join(" or ", wanted);
    String cure = "write for example: " + line(at, example(rule));
    return finding(forms.get(0), at, what + " is wanted", cure);
  }

  private JsonNode rule(ValidationMessage message) {
    return schema.at(pointer(message.getSchemaLocation().getFragment().getParent()));
  }

  private Finding unknownKey(ValidationMessage message, JsonPointer at, JsonNode rule, String key) {
    List<String> known = keys(rule);
    String where = at.matches() ? "" : " in " + LocatedYaml.path(at);
    JsonPointer place = at.appendProperty(key);
    return finding(message, place, "unknown key \"" + key + "\"" + where, Nearest.cure(key, known));
  }

  private Finding missingKey(ValidationMessage message, JsonPointer at, JsonNode rule, String key) {
    String example = key + ": " + example(property(rule, key));
    return finding(
        message, at, name(at) + " lacks the key \"" + key + "\"", "add for example: " + example);
  }

  private JsonNode property(JsonNode rule, String key) {
    JsonNode described = rule.has("properties") ? rule : resolve(rule);
    return described.path("properties").path(key);
  }

  private Finding wrongType(ValidationMessage message, JsonPointer at, JsonNode rule) {
    String wanted = String.join(" or ", Words.types(rule.path("type")));
    String what = name(at) + " is " + found(at, rule) + " where " + wanted + " is wanted";
    if (rule.path("type").asText().equals("string") && !isPassword(rule) && isNumber(at)) {
      return finding(message, at, what, "put it in quotes: " + '"' + quoted(at) + '"');
    }
    return finding(message, at, what, "write for example: " + line(at, example(rule)));
  }

  private Finding notInList(ValidationMessage message, JsonPointer at, JsonNode rule) {
    List<String> known = new ArrayList<>();
    rule.path("enum").forEach(value -> known.add(value.asText()));
    if (rule.has("const")) {
      known.add(rule.get("const").asText());
    }
    String written = yaml.root().at(at).asText();
    String cure =
        Nearest.to(written, known)
            .map(word -> "write \"" + word + "\" (known are: " + Nearest.list(known) + ")")
            .orElseGet(() -> Nearest.cure(written, known));
    return finding(message, at, name(at) + " is " + found(at, rule) + ", which is unknown", cure);
  }

  private Finding outOfRange(
      ValidationMessage message, JsonPointer at, JsonNode rule, String how, String range) {
    String what = name(at) + " is " + found(at, rule) + ", which is too " + how;
    return finding(message, at, what, "write a number " + range);
  }

  private Finding wrongForm(ValidationMessage message, JsonPointer at, JsonNode rule) {
    String what = name(at) + " is " + found(at, rule) + ", which has not the form that is wanted";
    String form = rule.path("description").asText("");
    String cure = "write for example: " + line(at, example(rule));
    return finding(message, at, what, form.isEmpty() ? cure : cure + " (" + form + ")");
  }

  private Finding badName(ValidationMessage message, JsonPointer at) {
    String key = message.getProperty();
    String form =
        resolve(message.getSchemaNode()).path("description").asText("choose another name");
    return finding(message, at.appendProperty(key), "\"" + key + "\" cannot be a name here", form);
  }

  private Finding simple(ValidationMessage message, JsonPointer at, String what, String cure) {
    return finding(message, at, name(at) + what, cure);
  }

  private Finding finding(ValidationMessage message, JsonPointer at, String what, String cure) {
    return new Finding(at, message.getType(), yaml.fault(at, what, cure));
  }

  private String found(JsonPointer at, JsonNode rule) {
    return isPassword(rule) ? "a value" : Words.found(yaml.root().at(at));
  }

  private boolean isNumber(JsonPointer at) {
    return yaml.root().at(at).isNumber();
  }

  private static boolean isPassword(JsonNode rule) {
    return rule.path("format").asText().equals("password");
  }

  private String quoted(JsonPointer at) {
    return yaml.root().at(at).asText();
  }

  private static String name(JsonPointer at) {
    return at.matches() ? "the file" : LocatedYaml.path(at);
  }

  private static String line(JsonPointer at, String value) {
    return at.matches() || at.last().mayMatchElement() ? value : last(at) + ": " + value;
  }

  private static String last(JsonPointer at) {
    return at.matches() ? "" : at.last().getMatchingProperty();
  }

  private String example(JsonNode rule) {
    JsonNode resolved = resolve(rule);
    for (String source : List.of("examples", "enum")) {
      if (resolved.path(source).size() > 0) {
        return Words.inline(resolved.get(source).get(0));
      }
    }
    if (resolved.has("default")) {
      return Words.inline(resolved.get("default"));
    }
    if (isPassword(resolved)) {
      return "${NAME_OF_AN_ENVIRONMENT_VARIABLE}";
    }
    JsonNode type = resolved.path("type");
    return EXAMPLES.getOrDefault(type.isArray() ? type.get(0).asText() : type.asText(), "...");
  }

  private JsonNode resolve(JsonNode rule) {
    String ref = rule.path("$ref").asText("");
    return ref.startsWith("#/") ? schema.at(ref.substring(1)) : rule;
  }

  private static List<String> keys(JsonNode rule) {
    List<String> keys = new ArrayList<>();
    rule.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonPointer pointer(JsonNodePath path) {
    JsonPointer at = JsonPointer.empty();
    for (int i = 0; path != null && i < path.getNameCount(); i++) {
      Object element = path.getElement(i);
      at = element instanceof Integer n ? at.appendIndex(n) : at.appendProperty(element.toString());
    }
    return at;
  }
}
