package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.backorder.BackorderQueue;
import io.serai.backorder.DeadlinePolicy;
import io.serai.order.Place;
import io.serai.plan.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What customers are told of their waits, what the merchant is, and when waits end. */
class NoticesTest {
  @Test
  void aChangeOfTheDateThatACustomerWasToldIsToldOnce() {
    try (Scene scene = DatesTest.scene("{}")) {
      scene.stock("north", "A,0,,,2026-11-28").order("1001", "A,2").keepDeadlines();
      assertThat(letters(scene)).containsExactly("confirmed");

      scene.stock("north", "A,0,,,2026-12-02").keepDeadlines().keepDeadlines();
      assertThat(letters(scene)).containsExactly("delayed until 2026-12-02");

      scene.stock("north", "A,0,,,2026-12-02").pass(Duration.ofDays(8)).keepDeadlines();
      assertThat(letters(scene)).as("they know already").isEmpty();
      assertThat(scene.rows("select told_eta, delays_told from backorder"))
          .containsExactly(List.of("2026-12-02", "1"));
    }
  }

  @Test
  void aSoonerDateIsToldAndIsNoDelay() {
    try (Scene scene = DatesTest.scene("{onSilence: cancel}")) {
      scene.stock("north", "A,0,,,2026-12-02").order("1001", "A,2").deliver("mail", "mail");
      scene.stock("north", "A,0,,,2026-12-01").keepDeadlines();

      assertThat(letters(scene)).containsExactly("sooner on 2026-12-01");
      assertThat(scene.rows("select told_eta, delays_told, answer_by from backorder"))
          .containsExactly(java.util.Arrays.asList("2026-12-01", "0", null));
    }
  }

  @Test
  void aChangeThereAndBackAndThereAgainIsToldEachTime() {
    try (Scene scene = DatesTest.scene("{cancelAfterDays: 60}")) {
      scene.stock("north", "A,0,,,2026-12-10").order("1001", "A,2").deliver("mail", "mail");
      for (String day : List.of("2026-12-15", "2026-12-10", "2026-12-15")) {
        scene.stock("north", "A,0,,," + day).keepDeadlines();
      }

      assertThat(letters(scene))
          .containsExactly(
              "delayed until 2026-12-15", "sooner on 2026-12-10", "renewed until 2026-12-15");
    }
  }

  @Test
  void aDateThatMovesLessThanWorthTellingIsNotTold() {
    try (Scene scene = DatesTest.scene("{tellChangeOfDays: 3}")) {
      scene.stock("north", "A,0,,,2026-12-01").order("1001", "A,2").deliver("mail", "mail");
      scene.stock("north", "A,0,,,2026-12-03").keepDeadlines();
      assertThat(letters(scene)).isEmpty();

      scene.stock("north", "A,0,,,2026-12-04").keepDeadlines();
      assertThat(letters(scene)).containsExactly("delayed until 2026-12-04");
    }
  }

  @Test
  void whoWasToldOfNoDateIsToldOfOneOnlyAfterTheFirstDelay() {
    try (Scene scene = DatesTest.scene("{}")) {
      scene.stock("north", "A,0").order("1001", "A,2").deliver("mail", "mail");
      scene.stock("north", "A,0,,,2026-12-01").keepDeadlines();
      assertThat(letters(scene)).isEmpty();

      scene.stock("north", "A,0").pass(Duration.ofDays(7)).keepDeadlines();
      assertThat(letters(scene)).containsExactly("delayed until null");

      scene.stock("north", "A,0,,,2026-12-04").keepDeadlines();
      assertThat(letters(scene)).containsExactly("renewed until 2026-12-04");
    }
  }

  @Test
  void theTimeOfDayAtWhichACustomerIsToldSurvivesTheClocksOfSpring() {
    DeadlinePolicy berlin = DeadlinePolicy.from(null, ZoneId.of("Europe/Berlin"));
    try (Scene scene = new Scene(Rules.DEFAULT, berlin, Scene.supplier("north", 1, "3"))) {
      scene.pass(Duration.between(Scene.START, Instant.parse("2027-03-25T09:00:00Z")));
      scene.stock("north", "A,0").order("1001", "A,2").deliver("mail", "mail");
      scene.pass(Duration.ofDays(7).minusMinutes(61)).keepDeadlines();
      assertThat(letters(scene)).isEmpty();

      scene.pass(Duration.ofMinutes(1)).keepDeadlines();
      assertThat(letters(scene)).hasSize(1);
    }
  }

  @Test
  void linesOfAnOrderThatMoveTogetherAreToldInOneLetter() {
    try (Scene scene = DatesTest.scene("{}")) {
      scene.stock("north", "A,0,,,2026-11-28", "B,0,,,2026-11-28");
      scene.order("1001", "A,1", "B,1").deliver("mail", "mail");
      scene.stock("north", "A,0,,,2026-12-02", "B,0,,,2026-12-03").keepDeadlines();

      assertThat(letters(scene)).hasSize(1);
    }
  }

  @Test
  void silenceAfterARenewedDelayCancelsWhereTheMerchantSaysSo() {
    try (Scene scene = twiceDelayed("{onSilence: cancel, answerWithinDays: 3}")) {
      assertThat(letters(scene))
          .containsExactly(
              "delayed until 2026-12-01", "renewed until 2026-12-02 answer 2026-11-26");
      scene.pass(Duration.ofDays(2)).keepDeadlines();
      assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(Place.BACKORDERED, 2)));

      scene.pass(Duration.ofDays(1)).keepDeadlines();
      assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(Place.CANCELLED, 2)));
      assertThat(timeline(scene))
          .contains("2 units are cancelled: there was no answer by 2026-11-26.");
      assertThat(letters(scene)).containsExactly("cancelled");
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void whoSaysToWaitWaitsOn() {
    try (Scene scene = twiceDelayed("{onSilence: cancel, answerWithinDays: 3}")) {
      BackorderQueue queue =
          new BackorderQueue(
              Clock.systemUTC(),
              DatesTest.policy("{}"),
              new io.serai.backorder.RestockNews(Clock.systemUTC()));
      scene.database.useTransaction(handle -> queue.consent(handle, List.of(1L)));
      scene.pass(Duration.ofDays(4)).keepDeadlines();

      assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(Place.BACKORDERED, 2)));
    }
  }

  @Test
  void silenceIsConsentByDefault() {
    try (Scene scene = twiceDelayed("{}")) {
      assertThat(scene.one("select answer_by from backorder")).isNull();
      scene.pass(Duration.ofDays(8)).keepDeadlines();

      assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(Place.BACKORDERED, 2)));
    }
  }

  @Test
  void theCapAfterTheEstimateMovesWithItAndTheTimelineSaysWhoCancels() {
    try (Scene scene =
        DatesTest.scene("{cancelAfterDays: 60, channels: {dtc: {cancelDaysAfterEstimate: 8}}}")) {
      scene.stock("north", "A,0,,,2026-11-25").order("1001", "A,1");
      assertThat(scene.one("select cancel_at at time zone 'UTC' from backorder"))
          .startsWith("2026-12-03 00:00");

      scene.stock("north", "A,0,,,2026-12-01").keepDeadlines();
      assertThat(scene.one("select cancel_at at time zone 'UTC' from backorder"))
          .startsWith("2026-12-09 00:00");

      scene.pass(Duration.ofDays(8)).stock("north", "A,0,,,2026-12-01").keepDeadlines();
      scene.pass(Duration.ofDays(8)).keepDeadlines();
      assertThat(scene.places("1001")).isEqualTo(Map.of("1", Map.of(Place.BACKORDERED, 1)));
    }
  }

  @Test
  void whatTheChannelWouldCancelIsCancelledBeforeItDoes() {
    try (Scene scene =
        DatesTest.scene(
            "{cancelAfterDays: 4, skus: {A: {cancelAfterDays: 60}}, channels: {dtc: {cancelDaysAfterEstimate: 1}}}")) {
      scene.stock("north", "A,0,,,2026-12-01", "B,0,,,2026-12-01").order("1001", "A,1", "B,1");
      scene.pass(Duration.ofDays(4)).keepDeadlines();
      assertThat(timeline(scene)).contains("1 units are cancelled: they could not be had in time.");

      // Straight to the cap, as after a night without power: nothing was estimated meanwhile.
      scene.pass(Duration.ofDays(5));
      BackorderDesk desk = scene.bean(BackorderDesk.class, "backorders");
      desk.cancelOverdue();
      assertThat(timeline(scene))
          .contains("1 units are cancelled: the channel cancels by itself on 2026-12-02.");
    }
  }

  @Test
  void theMerchantIsWarnedOnceBeforeUnitsAreCancelled() {
    try (Scene scene = DatesTest.scene("{warnBeforeDays: 3}")) {
      scene.stock("north", "A,0").order("1001", "A,2");
      scene.pass(Duration.ofDays(10)).keepDeadlines();
      assertThat(scene.rows("select text from alert")).isEmpty();

      scene.pass(Duration.ofDays(1)).keepDeadlines().keepDeadlines();
      assertThat(scene.one("select text from alert"))
          .isEqualTo(
              "2 units of A in order 1001 of dtc are cancelled on 2026-12-07 unless stock comes before (no date is known); ask the supplier, or the customer.");
      assertThat(scene.one("select count(*) from alert")).isEqualTo("1");
    }
  }

  @Test
  void heldLinesEndByTheDatesOfTheirChannelAndSku() {
    try (Scene scene = DatesTest.scene("{skus: {X: {cancelAfterDays: 3}}}")) {
      scene.stock("north", "A,9").stock("south", "A,9").order("1001", "X,1", "Y,1");
      scene.pass(Duration.ofDays(3)).keepDeadlines();

      assertThat(scene.places("1001"))
          .isEqualTo(Map.of("1", Map.of(Place.CANCELLED, 1), "2", Map.of(Place.HELD, 1)));
    }
  }

  @Test
  void aSecondWaitKeepsWhatWasToldInTheFirst() {
    try (Scene scene = DatesTest.scene("{}")) {
      scene.stock("north", "A,0").order("1001", "A,2").pass(Duration.ofDays(7)).keepDeadlines();
      scene.deliver("mail", "mail");
      scene.stock("north", "A,2").release().pass(Duration.ofHours(1)).sendPurchaseOrders();
      scene.acknowledge("north", scene.purchaseOrder("1001") + ",1,A,2,backordered,,");
      scene.keepDeadlines().keepDeadlines();

      assertThat(letters(scene)).containsExactly("back-in-stock");
      assertThat(scene.one("select delays_told from backorder where quantity > 0")).isEqualTo("1");
    }
  }

  private static Scene twiceDelayed(String backorders) {
    Scene scene = DatesTest.scene(backorders);
    scene.stock("north", "A,0,,,2026-11-30").order("1001", "A,2").deliver("mail", "mail");
    scene.stock("north", "A,0,,,2026-12-01").keepDeadlines();
    scene.stock("north", "A,0,,,2026-12-02").keepDeadlines();
    return scene;
  }

  private static String timeline(Scene scene) {
    return scene.rows("select text from timeline order by id").toString();
  }

  private static List<String> letters(Scene scene) {
    return scene.deliver("mail", "mail").stream()
        .map(io.serai.delivery.Delivery::payload)
        .map(
            facts -> {
              String template = facts.get("template").asText();
              if (!template.equals("delayed")) {
                return template;
              }
              String how =
                  facts.get("sooner").asBoolean()
                      ? "sooner on "
                      : facts.get("renewed").asBoolean() ? "renewed until " : "delayed until ";
              String answer =
                  facts.get("answerBy").isNull() ? "" : " answer " + facts.get("answerBy").asText();
              return how + facts.at("/waiting/0/eta").asText() + answer;
            })
        .toList();
  }
}
