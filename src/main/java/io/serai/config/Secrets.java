package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${NAME}}, {@code ${NAME:default}} and {@code ${file:/path}} in the texts of a
 * configuration; {@code $${} stands for a plain {@code ${}. An empty variable counts as missing. A
 * relative path is taken from the folder of the configuration; the line end behind a secret in a
 * file is dropped.
 */
final class Secrets {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\$\\{([^}]*)}");
  private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::(.*))?");

  private final LocatedYaml yaml;
  private final Map<String, String> environment;
  private final Path folder;
  private final Map<JsonPointer, Fault> missing = new LinkedHashMap<>();
  private final Set<JsonPointer> filled = new HashSet<>();

  Secrets(LocatedYaml yaml, Map<String, String> environment, Path folder) {
    this.yaml = yaml;
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * The whole tree with its placeholders filled in; one that cannot be filled in stays. A key
   * without a value counts as absent, so that a block whose lines are all commented out is none.
   */
  JsonNode resolve() {
    return resolve(yaml.root(), JsonPointer.empty());
  }

  /** The placeholders that could not be filled in, by where they stand. */
  Map<JsonPointer, Fault> missing() {
    return missing;
  }

  /** Whether the text at the pointer came from the environment or a file. */
  boolean isFilled(JsonPointer at) {
    return filled.contains(at);
  }

  private JsonNode resolve(JsonNode node, JsonPointer at) {
    if (node.isTextual()) {
      return JsonNodeFactory.instance.textNode(fill(node.asText(), at));
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(resolve(item, at.appendIndex(array.size()))));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!entry.getValue().isNull()) {
          String key = entry.getKey();
          object.set(key, resolve(entry.getValue(), at.appendProperty(key)));
        }
      }
      return object;
    }
    return node;
  }

  private String fill(String text, JsonPointer at) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(), match.group(1), at)));
  }

  private String value(String placeholder, String inside, JsonPointer at) {
    if (placeholder.startsWith("$$")) {
      return placeholder.substring(1);
    }
    filled.add(at);
    return (inside.startsWith("file:") ? file(inside.substring(5), at) : variable(inside, at))
        .orElse(placeholder);
  }

  private Optional<String> variable(String inside, JsonPointer at) {
    Matcher parts = VARIABLE.matcher(inside);
    if (!parts.matches()) {
      missing(
          at,
          "\"${" + inside + "}\" names neither an environment variable nor a file",
          "write ${NAME}, ${NAME:default} or ${file:/path}");
      return Optional.empty();
    }
    String name = parts.group(1);
    String value = environment.getOrDefault(name, "");
    if (!value.isEmpty() || parts.group(2) != null) {
      return Optional.of(value.isEmpty() ? parts.group(2) : value);
    }
    missing(
        at,
        "the environment variable " + name + " is not set",
        "set it (export " + name + "=...) or write ${file:/path} or ${" + name + ":default}");
    return Optional.empty();
  }

  private Optional<String> file(String path, JsonPointer at) {
    try {
      return Optional.of(Files.readString(folder.resolve(path)).stripTrailing());
    } catch (IOException | RuntimeException e) {
      missing(
          at,
          "the secret's file " + path + " cannot be read",
          "write the secret into that file, alone, readable by the user that runs Serai");
      return Optional.empty();
    }
  }

  private void missing(JsonPointer at, String what, String cure) {
    missing.putIfAbsent(
        at,
        yaml.value(at)
            .map(place -> new Fault(yaml.file(), place.line(), what, cure))
            .orElseGet(() -> yaml.fault(at, what, cure)));
  }
}
