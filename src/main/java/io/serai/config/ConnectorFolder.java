package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads one connector folder: what it says of itself, and which files lie in it. */
final class ConnectorFolder {
  private static final JsonPointer KIND = JsonPointer.compile("/kind");
  private static final JsonPointer PROPERTIES = JsonPointer.compile("/settings/properties");
  private static final JsonPointer REQUIRED = JsonPointer.compile("/settings/required");
  private static final SchemaCheck CHECK = SchemaCheck.of(Schemas.connector());

  private final ConnectorKind kind;
  private final Path folder;
  private final LocatedYaml yaml;

  ConnectorFolder(ConnectorKind kind, Path folder) {
    this.kind = kind;
    this.folder = folder;
    this.yaml = LocatedYaml.read(folder.resolve("connector.yaml"));
  }

  Connector connector() {
    JsonNode root = yaml.root();
    return new Connector(
        kind,
        folder.getFileName().toString(),
        root.path("title").asText(),
        root.path("description").asText(),
        folder,
        settings(root),
        root,
        files(folder, ".kamelet.yaml"),
        files(folder, ".jq"),
        files(folder.resolve("tests"), ".yaml"));
  }

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>(yaml.faults());
    if (faults.isEmpty()) {
      faults.addAll(CHECK.faults(yaml));
    }
    if (faults.isEmpty()) {
      faults.addAll(kindFaults());
      faults.addAll(requiredFaults());
      faults.addAll(defaultFaults());
    }
    return faults;
  }

  private List<Fault> kindFaults() {
    String said = yaml.root().path("kind").asText();
    return said.equals(kind.word())
        ? List.of()
        : List.of(
            yaml.fault(
                KIND,
                "kind is \"" + said + "\" in a folder under " + kind.folder() + "/",
                "write \"kind: " + kind.word() + "\" or move the folder"));
  }

  private List<Fault> requiredFaults() {
    List<Fault> faults = new ArrayList<>();
    List<String> known = new ArrayList<>();
    settings(yaml.root()).path("properties").fieldNames().forEachRemaining(known::add);
    JsonNode required = yaml.root().at(REQUIRED);
    for (int i = 0; i < required.size(); i++) {
      String name = required.get(i).asText();
      if (!known.contains(name)) {
        String what = "settings.required names \"" + name + "\", which is no setting";
        faults.add(yaml.fault(REQUIRED.appendIndex(i), what, Nearest.cure(name, known)));
      }
    }
    return faults;
  }

  /** A default is to be what it is a default for. */
  private List<Fault> defaultFaults() {
    List<Fault> faults = new ArrayList<>();
    yaml.root()
        .at(PROPERTIES)
        .properties()
        .forEach(
            setting -> {
              JsonNode rule = setting.getValue();
              JsonPointer at =
                  PROPERTIES.appendProperty(setting.getKey()).appendProperty("default");
              if (rule.has("default")) {
                SchemaCheck.of(rule)
                    .findings(yaml, at, rule.get("default"))
                    .forEach(finding -> faults.add(finding.fault()));
              }
            });
    return faults;
  }

  private static JsonNode settings(JsonNode root) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").put("additionalProperties", false);
    if (root.path("settings") instanceof ObjectNode object) {
      schema.setAll(object);
    }
    return root.has("transport") || root.has("format")
        ? SupplierSettings.merged(root, schema)
        : schema;
  }

  private static List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot list the connector's files", e);
    }
  }
}
