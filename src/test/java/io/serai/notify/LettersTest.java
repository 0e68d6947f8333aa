package io.serai.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.notify.LetterTemplates.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The letters that ship, with facts as customers and suppliers write them. */
class LettersTest {
  @TempDir Path own;

  private final LetterTemplates shipped = LetterTemplates.load(Path.of("no/such/folder"));

  static List<ObjectNode> hostile() {
    return Samples.HOSTILE.all();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatAnyoneHasWrittenIsEscapedInThePage(ObjectNode facts) {
    String page = shipped.write(facts).html();

    assertThat(page).doesNotContain("<script", "<img", "& Söhne", "& pepper", "\"pair\"");
    assertThat(page).contains("&lt;script&gt;", "&amp; Söhne");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingIsEscapedInTheText(ObjectNode facts) {
    String text = shipped.write(facts).text();

    assertThat(text).doesNotContain("&lt;", "&amp;", "&quot;", "{{", "{%");
    assertThat(text).contains("<script>alert('shop')</script> & Söhne");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void theSubjectIsOneLine(ObjectNode facts) {
    Letter letter = shipped.write(facts.put("number", "1001\r\nBcc: all@example.com"));

    assertThat(letter.subject()).contains("1001 Bcc:").doesNotContain("\r", "\n");
  }

  @Test
  void otherScriptsAndPicturesStayAsTheyAre() {
    Letter letter = shipped.write(Samples.HOSTILE.confirmed());

    assertThat(letter.html()).contains("كوب أزرق كبير", "🧂", "🐪");
    assertThat(letter.text()).contains("كوب أزرق كبير", "🧂", "🐪");
  }

  @Test
  void aNameOnTwoLinesIsWrittenOnOne() {
    assertThat(shipped.write(Samples.HOSTILE.confirmed()).text().lines())
        .first()
        .asString()
        .startsWith("Thank you, Eve")
        .contains("Bcc: all@example.com");
  }

  @Test
  void aConfirmationSaysInHowManyShipmentsTheOrderComesAndWhatFollows() {
    Letter letter = shipped.write(Samples.USUAL.confirmed());

    assertThat(letter.subject()).isEqualTo("Your order 1001 will arrive in 2 shipments");
    assertThat(letter.text())
        .isEqualTo(
            """
            Thank you, Ana!

            Your order 1001 will arrive in 2 shipments. We send each one on its way as soon as it is ready, at no extra cost.

            Shipment 1 of 2

              2 x Blue stoneware mug
              1 x Green tea, 100 g

            Shipment 2 of 2

              4 x Linen tea towel

            To follow

              1 x Brass tea strainer
                  expected around 8 Dec 2026
              2 x Green tea, 100 g
                  as soon as it is in stock again

            We write again with a tracking number when a parcel leaves.

            Caravan & Co
            """);
  }

  @Test
  void aParcelWithoutAKnownCarrierHasNoLink() {
    Letter letter = shipped.write(Samples.USUAL.shipped().put("trackingLink", ""));

    assertThat(letter.html()).doesNotContain("<a ").contains("1Z999AA10123456784");
  }

  @Test
  void aMerchantsOwnTemplateGoesBeforeTheShippedOne() throws IOException {
    Files.writeString(own.resolve("delayed.subject.txt"), "Patience, {{ name }}");

    Letter letter = LetterTemplates.load(own).write(Samples.USUAL.delayed());

    assertThat(letter.subject()).isEqualTo("Patience, Ana");
    assertThat(letter.html()).contains("It takes a little longer");
  }

  @Test
  void aTemplateThatNamesAnUnknownFactIsAnErrorThatNamesIt() throws IOException {
    Files.writeString(own.resolve("delayed.txt"), "Dear {{ nmae }}");

    assertThatThrownBy(() -> LetterTemplates.load(own).write(Samples.USUAL.delayed()))
        .hasMessageContaining("delayed.txt")
        .hasMessageContaining("nmae");
  }
}
