package io.serai.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.edi.document.StockAdvice;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongSegmentsTest {
  private static final String HEAD =
      "ISA*00*          *00*          *14*NORTH          *14*SERAI          *261123*1200*U*00401*"
          + "000000101*0*P*>~GS*IB*NORTH*SERAI*20261123*1200*7*X*004010~ST*846*0001~"
          + "BIA*00*DD*STOCK-1*20261123~";
  private static final String TAIL = "QTY*33*5*EA~CTT*1~SE*6*0001~GE*1*7~IEA*1*000000101~";

  @Test
  void allProductIdsOfALongLineAreRead() {
    Heard heard = Heard.of(HEAD + lin(12) + "~" + TAIL);
    heard.only(StockAdvice.class);
    assertThat(heard.items.get(0).products())
        .hasSize(12)
        .last()
        .hasFieldOrPropertyWithValue("id", "ID-12");
  }

  @Test
  void theLastProductIdOfTheStandardIsReadAndOneMoreIsRefused() {
    assertThat(Heard.of(HEAD + lin(15) + "~" + TAIL).items.get(0).products()).hasSize(15);
    assertThat(fault(lin(16)))
        .isEqualTo(
            "interchange 000000101, set 0001, segment 3 (LIN), element 32: 'VN' is one element more"
                + " than LIN has; a segment terminator may be missing; ask the sender to correct it");
  }

  @Test
  void aProductIdFarBehindIsRefusedForItsLengthAsTheFirstOneIs() {
    assertThat(fault(lin(11) + "*VN*" + "X".repeat(81)))
        .contains("segment 3 (LIN), element 25: 'XXX", "is too long");
    assertThat(fault(lin(11) + "*V*ID")).contains("(LIN), element 24: 'V' is too short");
  }

  @Test
  void aProductIdFarBehindHasNoComponents() {
    assertThat(fault(lin(11) + "*VN*A>B"))
        .contains("element 25, component 1: 'A' is one component");
  }

  @Test
  void anythingMayStandWhereTheStandardHasAComposite() {
    Heard heard = Heard.of(HEAD + lin(1) + "~" + TAIL.replace("*5*EA", "*5*EA>1>>KG"));
    heard.only(StockAdvice.class);
    assertThat(heard.items.get(0).quantities().get(0).unit()).isEqualTo("EA");
  }

  private static String lin(int pairs) {
    return IntStream.rangeClosed(1, pairs)
        .mapToObj(number -> "*VN*ID-" + number)
        .collect(Collectors.joining("", "LIN*1", ""));
  }

  private static String fault(String lin) {
    return Heard.of(HEAD + lin + "~" + TAIL).faults.get(0).toString();
  }
}
