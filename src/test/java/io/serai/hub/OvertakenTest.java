package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.order.IncomingOrder;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same order by two ways: what is on its way longer must not undo what has overtaken it. */
class OvertakenTest {
  private final Scene scene = Scene.usual().stock("north", "A,9").stock("south");

  @AfterEach
  void close() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void aRevisionThatWasOvertakenChangesNothing() {
    revision("2026-12-01T10:00:00Z", false);
    revision("2026-12-01T12:00:00Z", false);
    revision("2026-12-01T13:00:00+02:00", true);

    assertThat(scene.one("select revision from customer_order")).isEqualTo("2026-12-01T12:00:00Z");
    assertThat(scene.one("select sum(cancelled) from order_line")).isEqualTo("0");
  }

  @Test
  void aLaterOneIsApplied() {
    revision("2026-12-01T10:00:00", false);
    revision("2026-12-01T10:00:01", true);

    assertThat(scene.one("select sum(cancelled) from order_line")).isEqualTo("1");
  }

  @Test
  void revisionsThatAreNoTimesCountAsTheyCome() {
    revision("2", false);
    revision("1", true);

    assertThat(scene.one("select sum(cancelled) from order_line")).isEqualTo("1");
  }

  @Test
  void ofTwoThatComeTogetherTheLaterIsTakenIn() {
    scene.sales(List.of(order("2026-12-01T12:00:00Z", 2), order("2026-12-01T10:00:00Z", 5)));

    assertThat(scene.one("select ordered from order_line")).isEqualTo("2");
  }

  private void revision(String revision, boolean cancelled) {
    IncomingOrder like = order(revision, 1);
    scene.accept(Scene.incoming("dtc", "1001", revision, cancelled, like.lines()));
  }

  private static IncomingOrder order(String revision, int units) {
    return Scene.incoming(
        "dtc",
        "1001",
        revision,
        false,
        List.of(new IncomingOrder.Line("1", "x", "A", "A", units, BigDecimal.TEN)));
  }
}
