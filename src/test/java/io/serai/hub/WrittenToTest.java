package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter goes to one address or to none; the order ships either way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrittenToTest {
  private Scene scene;
  private int orders = 1000;

  @BeforeAll
  void stock() {
    scene = Scene.usual().stock("north", "A,99");
  }

  @AfterAll
  void end() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.com,eve@example.com",
        "ann@example.com;eve@example.com",
        "ann @example.com",
        "ann@example.com\r\nBcc: eve@example.com",
        "Ann <ann@example.com>",
        "ann@eve@example.com",
        "ann.example.com",
        "@example.com",
        "ann@"
      })
  void whatIsNotExactlyOneAddressIsNotWrittenToAndTheTimelineSaysSo(String email) {
    String number = Integer.toString(++orders);
    scene.orderBy(email, number);

    assertThat(letters(number)).isEmpty();
    assertThat(timeline(number)).anyMatch(text -> text.startsWith("The customer gets no mail: '"));
    assertThat(scene.purchaseOrders(number)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ann@example.com", "o'ann+shop.1=a_b@mail.example.co.uk", "ann@bücher.example"})
  void oneAddressIsWrittenTo(String email) {
    String number = Integer.toString(++orders);
    scene.orderBy(email, number);

    assertThat(letters(number)).containsExactly(email);
    assertThat(timeline(number)).noneMatch(text -> text.contains("gets no mail"));
  }

  private List<String> letters(String number) {
    return first("select payload->>'to' from delivery d", "d", number);
  }

  private List<String> timeline(String number) {
    return first("select t.text from timeline t", "t", number);
  }

  private List<String> first(String select, String table, String number) {
    String order = " join customer_order o on o.id = " + table + ".order_id where o.number = '";
    return scene.rows(select + order + number + "'").stream().map(row -> row.get(0)).toList();
  }
}
