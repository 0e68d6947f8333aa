package io.serai.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestFunctionTest {
  private static final String ANA = "{\"to\":{\"name\":\"Ana\",\"zip\":\"97201\"},\"lines\":[1,2]}";

  @Test
  void theSameValueHasTheSameDigestWhateverTheOrderOfItsKeys() {
    assertThat(digest(ANA))
        .hasSize(32)
        .isEqualTo(digest("{\"lines\":[1,2],\"to\":{\"zip\":\"97201\",\"name\":\"Ana\"}}"));
  }

  @Test
  void anotherValueHasAnotherAndTellsNothingOfIt() {
    assertThat(digest(ANA))
        .isNotEqualTo(digest(ANA.replace("[1,2]", "[2,1]")))
        .isNotEqualTo(digest(ANA.replace("Ana", "Eva")))
        .doesNotContain("Ana");
    assertThat(digest("null")).isNotEqualTo(digest("\"null\""));
  }

  private static String digest(String json) {
    return Jq.compile("test", "digest").one(Json.read(json), Map.of()).asText();
  }
}
