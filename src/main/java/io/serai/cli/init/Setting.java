package io.serai.cli.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.config.Connector;
import io.serai.config.LocatedYaml;
import io.serai.config.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One setting of a connector's accounts, as the connector declares it.
 *
 * @param declared its JSON Schema
 * @param required whether an account cannot do without it
 */
record Setting(String name, JsonNode declared, boolean required) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The settings of a connector; of several ways to be complete, the first is required. */
  static List<Setting> of(Connector connector) {
    JsonNode schema = connector.settings();
    Set<String> required = new LinkedHashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema.path("anyOf").path(0).path("required").forEach(name -> required.add(name.asText()));
    if (required.contains("user") && schema.path("properties").has("password")) {
      // The other ways to log in are told of in the file.
      required.add("password");
    }
    List<Setting> settings = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            each ->
                settings.add(
                    new Setting(each.getKey(), each.getValue(), required.contains(each.getKey()))));
    return settings;
  }

  String title() {
    return declared.path("title").asText(name);
  }

  String description() {
    return declared.path("description").asText();
  }

  /** Whether its value must not stand in a file. */
  boolean isSecret() {
    return declared.path("format").asText().equals("password");
  }

  /** Whether it is a single text, which the environment can hold. */
  boolean isText() {
    return declared.path("type").asText("string").equals("string");
  }

  /** What it is when nothing is said, or may be, as YAML. */
  Optional<String> usual() {
    return written(declared.path("default"));
  }

  /** What it may look like, as YAML. */
  Optional<String> example() {
    return written(declared.path("examples").path(0))
        .or(this::usual)
        .or(() -> written(declared.path("enum").path(0)));
  }

  private static Optional<String> written(JsonNode value) {
    return value.isMissingNode()
        ? Optional.empty()
        : Optional.of(value.isTextual() ? value.asText() : value.toString());
  }

  /** An answer as the value that it stands for in YAML. */
  String yaml(String answer) {
    boolean plain =
        answer.matches("[A-Za-z$/][^#\"'\\n]*")
            && !answer.contains(": ")
            && !answer.endsWith(":")
            && !answer.matches("(?i)true|false|yes|no|null|on|off|y|n");
    return !isText() || plain ? answer : JSON.valueToTree(answer).toString();
  }

  /** What is wrong with an answer, in a sentence; nothing if it will do. */
  Optional<String> objection(String answer) {
    if (answer.contains("${")) {
      return Optional.empty();
    }
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").putObject("properties").set(name, declared);
    LocatedYaml yaml = LocatedYaml.parse("answer", name + ": " + yaml(answer));
    return (yaml.faults().isEmpty() ? SchemaCheck.of(schema).faults(yaml) : yaml.faults())
        .stream().findFirst().map(fault -> fault.what() + ", " + fault.cure());
  }
}
