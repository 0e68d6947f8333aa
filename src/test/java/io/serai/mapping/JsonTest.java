package io.serai.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as channels write them. */
class JsonTest {
  @ParameterizedTest
  @CsvSource({
    "100.0, 100",
    "10.00, 10",
    "1E+2, 100",
    "12.50, 12.5",
    "20, 20",
    "9007199254740993, 9007199254740993",
    "1E+1000000, 1E+1000000"
  })
  void aPriceIsTheSameTextHoweverItsNumberIsWritten(String number, String text) {
    assertThat(
            Jq.compile("price", ".price | tostring")
                .one(Json.read("{\"price\": " + number + "}"), Map.of())
                .asText())
        .isEqualTo(text);
  }
}
