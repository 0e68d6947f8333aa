package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;

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
    Wording wording = new Wording(schema, yaml, at);
    List<Finding> findings = new ArrayList<>();
    for (Alternatives group : Alternatives.group(compiled.validate(value))) {
      if (group.isWrongTypeForAll()) {
        findings.add(wording.wrongTypeForAll(group.messages()));
      } else {
        group.likeliest().forEach(message -> findings.add(wording.finding(message)));
      }
    }
    return findings;
  }
}
