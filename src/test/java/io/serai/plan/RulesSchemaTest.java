package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.backorder.DeadlinePolicy;
import io.serai.cli.DocumentedExample;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesSchemaTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  static List<DocumentedExample> examples() throws IOException {
    return DocumentedExample.of("rules.md");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_documented_rule_fits_the_schema(DocumentedExample example) throws IOException {
    assertThat(schema().validate(YAML.readTree(example.files().get("rules")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prioritise: [price]",
        "prioritize: [cheap]",
        "prioritize: [price, price]",
        "prioritize: price",
        "split: {maxShipment: 1}",
        "split: {maxShipments: 0}",
        "split: {outOfStockThreshold: -1}",
        "split: {acrossLine: maybe}",
        "split: {keepTogether: [[A]]}",
        "split: {keepTogether: [{skus: [A, B], same: true}]}",
        "safetyBuffer: -1",
        "safetyBuffer: {sku: {A: 1}}",
        "exclude: [{}]",
        "exclude: [{region: EU}]",
        "only: [{sku: A}]",
        "suppliers: {s1: {enable: true}}",
        "suppliers: {s1: {cutOff: two}}",
        "suppliers: {s1: {workdays: []}}",
        "suppliers: {s1: {workdays: [mon]}}",
        "search: {maxSteps: 0}",
        "release: {waitMinutes: -5}",
        "backorders: {notifyAfter: 1}",
        "backorders: {onSilence: maybe}",
        "backorders: {skus: {A: {skus: {}}}}",
        "backorders: {suppliers: {s1: {workdays: []}}}",
        "channels: {dtc: {backorders: {channels: {}}}}",
        "channels: {dtc: {split: {maxShipment: 1}}}",
        "channels: {dtc: {channels: {}}}"
      })
  void what_the_schema_refuses_its_readers_refuse_too(String rules) throws IOException {
    JsonNode block = YAML.readTree(rules);

    assertThat(schema().validate(block)).isNotEmpty();
    assertThatThrownBy(() -> followed(block))
        .isInstanceOf(RuleFault.class)
        .hasMessageStartingWith("rules.");
  }

  private static void followed(JsonNode block) {
    Rules.from(block);
    DeadlinePolicy.from(block, ZoneOffset.UTC);
  }

  @Test
  void every_property_tells_a_person_what_it_is() throws IOException {
    assertThat(root().findValues("properties"))
        .allSatisfy(
            properties ->
                assertThat(properties)
                    .allSatisfy(
                        property -> {
                          assertThat(property.path("title").asText()).isNotEmpty();
                          assertThat(property.path("description").asText()).isNotEmpty();
                        }));
  }

  @Test
  void an_empty_block_is_the_default() throws IOException {
    assertThat(Rules.from(YAML.readTree("{}"))).isEqualTo(Rules.DEFAULT);
  }

  private static JsonNode root() throws IOException {
    try (InputStream in = Rules.class.getResourceAsStream("/schema/rules.schema.json")) {
      return YAML.readTree(in);
    }
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root());
  }
}
