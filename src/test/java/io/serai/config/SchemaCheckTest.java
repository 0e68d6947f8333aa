package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
  private static final SchemaCheck BUFFER =
      SchemaCheck.of(
          LocatedYaml.parse(
                  "schema",
                  """
                  type: object
                  additionalProperties: false
                  properties:
                    buffer:
                      oneOf:
                        - {type: integer, minimum: 0, examples: [5]}
                        - type: object
                          additionalProperties: false
                          required: [units]
                          properties:
                            units: {type: integer}
                            sku: {type: string}
                    list:
                      type: array
                      items:
                        anyOf:
                          - {type: integer}
                          - {type: object, additionalProperties: false, properties: {sku: {}}}
                  """)
              .root());

  @Test
  void aValueOfOneOfItsFormsIsGood() {
    assertThat(faults("buffer: 5")).isEmpty();
    assertThat(faults("buffer: {units: 5}")).isEmpty();
  }

  @Test
  void onlyTheFormThatWasMeantIsSpokenOf() {
    assertThat(faults("buffer: -1"))
        .containsExactly(
            "buffer is the number -1, which is too small, write a number of at least 0");
    assertThat(faults("buffer: {units: 5, skuu: A}"))
        .containsExactly("unknown key \"skuu\" in buffer, write \"sku\"");
    assertThat(faults("buffer: {units: many}"))
        .containsExactly(
            "buffer.units is the text \"many\" where a whole number is wanted, write for example:"
                + " units: 1");
  }

  @Test
  void aValueOfNoFormIsToldOfAll() {
    assertThat(faults("buffer: some"))
        .containsExactly(
            "buffer is the text \"some\" where a whole number or a block of keys is wanted, write"
                + " for example: buffer: 5");
  }

  @Test
  void theItemsOfAListAreToldEachForItself() {
    assertThat(faults("list: [1, {suk: A}, {sk: B}]"))
        .containsExactly(
            "unknown key \"sk\" in list[2], write \"sku\"",
            "unknown key \"suk\" in list[1], write \"sku\"");
  }

  private static List<String> faults(String yaml) {
    return BUFFER.faults(LocatedYaml.parse("file", yaml)).stream()
        .map(fault -> fault.what() + ", " + fault.cure())
        .toList();
  }
}
