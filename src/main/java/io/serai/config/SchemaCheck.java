package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks YAML against a JSON Schema (draft 2020-12, one document) and says every mistake in a
 * person's words, on its line. Where a value may take one of several forms, only the mistakes
 * against the form that was most likely meant are named.
 */
public final class SchemaCheck {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .build();
  private static final Set<String> DESCENDING =
      Set.of("properties", "patternProperties", "additionalProperties", "items", "prefixItems");

  private final JsonNode schema;
  private final JsonSchema compiled;

  private SchemaCheck(JsonNode schema) {
    this.schema = schema;
    this.compiled = FACTORY.getSchema(schema, CONFIG);
  }

  /** The check for a schema, whose {@code $ref}s all point into itself. */
  public static SchemaCheck of(JsonNode schema) {
    return new SchemaCheck(schema);
  }

  /** Every mistake of the file, in the order of its lines. */
  public List<Fault> faults(LocatedYaml yaml) {
    return findings(yaml, JsonPointer.empty(), yaml.root()).stream()
        .map(Finding::fault)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Every mistake of one value of the file.
   *
   * @param at where the value stands in the file
   * @param value the value with its secrets filled in; faults quote the file instead
   */
  List<Finding> findings(LocatedYaml yaml, JsonPointer at, JsonNode value) {
    List<Finding> findings = new ArrayList<>();
    for (Collection<ValidationMessage> group : forms(compiled.validate(value)).values()) {
      Wording wording = new Wording(schema, yaml, at);
      mostLikely(group).forEach(message -> findings.add(wording.finding(message)));
    }
    return findings;
  }

  /** The messages by the anyOf or oneOf that they come from; each other message stands alone. */
  private static Map<String, Collection<ValidationMessage>> forms(
      Collection<ValidationMessage> messages) {
    Map<String, Collection<ValidationMessage>> groups = new LinkedHashMap<>();
    for (ValidationMessage message : messages) {
      int fork = fork(message.getEvaluationPath());
      String key =
          fork < 0
              ? message.getEvaluationPath() + " " + message.getInstanceLocation() + message
              : prefix(message.getEvaluationPath(), fork) + " " + value(message, fork);
      groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(message);
    }
    return groups;
  }

  private static Collection<ValidationMessage> mostLikely(Collection<ValidationMessage> group) {
    Map<String, List<ValidationMessage>> branches = new LinkedHashMap<>();
    for (ValidationMessage message : group) {
      int fork = fork(message.getEvaluationPath());
      if (fork >= 0 && message.getEvaluationPath().getNameCount() > fork + 1) {
        String branch = prefix(message.getEvaluationPath(), fork + 1);
        branches.computeIfAbsent(branch, ignored -> new ArrayList<>()).add(message);
      }
    }
    return branches.values().stream()
        .max((a, b) -> Integer.compare(depth(a), depth(b)))
        .map(best -> (Collection<ValidationMessage>) best)
        .orElse(group);
  }

  /** A form that fits further down, or that is wrong in less than its very type, is likelier. */
  private static int depth(List<ValidationMessage> branch) {
    int deepest =
        branch.stream().mapToInt(m -> m.getInstanceLocation().getNameCount()).max().orElse(0);
    boolean wrongType = branch.stream().allMatch(message -> "type".equals(message.getType()));
    return 2 * deepest + (wrongType ? 0 : 1);
  }

  private static int fork(JsonNodePath path) {
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof String name
          && (name.equals("anyOf") || name.equals("oneOf"))
          && (i == 0 || !"properties".equals(path.getElement(i - 1)))) {
        return i;
      }
    }
    return -1;
  }

  private static String prefix(JsonNodePath path, int last) {
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i <= last; i++) {
      prefix.append('/').append(path.getElement(i));
    }
    return prefix.toString();
  }

  /** The value that forks, since the items of one list share a fork but are different values. */
  private static String value(ValidationMessage message, int fork) {
    JsonNodePath at = message.getInstanceLocation();
    JsonNodePath evaluated = message.getEvaluationPath();
    for (int i = fork; i < evaluated.getNameCount() - 1 && at.getParent() != null; i++) {
      if (DESCENDING.contains(String.valueOf(evaluated.getElement(i)))) {
        at = at.getParent();
      }
    }
    return at.toString();
  }
}
