package io.serai.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.serai.plan.RuleFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dates hold for whom, and how days are counted. */
class DeadlinePolicyTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void withoutRulesCustomersAreToldAfterAWeekAndUnitsEndAfterTwo() {
    DeadlineTerms terms = policy("{}").terms("dtc", Optional.empty(), "A");

    assertThat(terms.notifyAt(at("2026-11-02T10:00:00+01:00")))
        .isEqualTo(at("2026-11-09T10:00:00+01:00"));
    assertThat(terms.cancelAt(at("2026-11-02T10:00:00+01:00"), Optional.empty()))
        .isEqualTo(at("2026-11-16T10:00:00+01:00"));
    assertThat(terms.warnAt(at("2026-11-16T10:00:00+01:00")))
        .contains(at("2026-11-14T10:00:00+01:00"));
    assertThat(terms.answerBy(at("2026-11-16T10:00:00+01:00"))).isEmpty();
  }

  @Test
  void aSkuGoesBeforeItsSupplierThatBeforeTheChannelAndThatBeforeAll() {
    DeadlinePolicy policy =
        policy(
            """
            notifyAfterDays: 1
            cancelAfterDays: 1
            warnBeforeDays: 1
            answerWithinDays: 1
            channels: {dtc: {cancelAfterDays: 2, warnBeforeDays: 2, answerWithinDays: 2}}
            suppliers: {north: {warnBeforeDays: 3, answerWithinDays: 3}}
            skus: {A: {answerWithinDays: 4}}""");

    DeadlineTerms terms = policy.terms("dtc", Optional.of("north"), "A");
    assertThat(terms.notifyAfterDays()).isEqualTo(1);
    assertThat(terms.cancelAfterDays()).isEqualTo(2);
    assertThat(terms.warnBeforeDays()).isEqualTo(3);
    assertThat(terms.answerWithinDays()).isEqualTo(4);
    assertThat(policy.terms("other", Optional.of("south"), "B").answerWithinDays()).isEqualTo(1);
  }

  @Test
  void theTightestCapHoldsWhoeverSaysIt() {
    DeadlinePolicy policy =
        policy(
            """
            cancelAfterDays: 90
            channels: {walmart: {cancelDaysAfterEstimate: 8}}
            skus: {A: {cancelDaysAfterEstimate: 30, cancelAfterDays: 60}}""");
    Instant promised = at("2026-11-02T10:00:00+01:00");
    Optional<LocalDate> eta = Optional.of(LocalDate.of(2026, 11, 10));

    assertThat(policy.terms("walmart", Optional.empty(), "A").cancelAt(promised, eta))
        .isEqualTo(at("2026-11-18T00:00:00+01:00"));
    assertThat(policy.terms("dtc", Optional.empty(), "A").cancelAt(promised, eta))
        .isEqualTo(at("2026-12-10T00:00:00+01:00"));
    assertThat(policy.terms("walmart", Optional.empty(), "A").cancelAt(promised, Optional.empty()))
        .isEqualTo(at("2027-01-01T10:00:00+01:00"));
  }

  @Test
  void aChannelsOwnRulesMayHaveDatesAndTheBlockOfTheDatesGoesBefore() {
    DeadlinePolicy policy =
        DeadlinePolicy.from(
            yaml(
                """
                backorders: {channels: {dtc: {notifyAfterDays: 3}}}
                channels: {dtc: {backorders: {notifyAfterDays: 4, cancelAfterDays: 5}}}"""),
            BERLIN);

    assertThat(policy.terms("dtc", Optional.empty(), "A").notifyAfterDays()).isEqualTo(3);
    assertThat(policy.terms("dtc", Optional.empty(), "A").cancelAfterDays()).isEqualTo(5);
  }

  @Test
  void theTimeOfDaySurvivesTheClocksOfSpringAndAutumn() {
    DeadlineTerms terms = policy("{}").terms("dtc", Optional.empty(), "A");

    assertThat(terms.notifyAt(at("2026-03-25T10:00:00+01:00")))
        .isEqualTo(at("2026-04-01T10:00:00+02:00"));
    assertThat(terms.notifyAt(at("2026-10-22T10:00:00+02:00")))
        .isEqualTo(at("2026-10-29T10:00:00+01:00"));
    assertThat(terms.warnAt(at("2026-10-26T10:00:00+01:00")))
        .contains(at("2026-10-24T10:00:00+02:00"));
  }

  @Test
  void anHourThatDoesNotExistBecomesTheOneAfterIt() {
    DeadlineTerms terms = policy("{}").terms("dtc", Optional.empty(), "A");

    assertThat(terms.notifyAt(at("2026-03-22T02:30:00+01:00")))
        .isEqualTo(at("2026-03-29T03:30:00+02:00"));
  }

  @Test
  void theYearMayEndMeanwhile() {
    DeadlineTerms terms = policy("{}").terms("dtc", Optional.empty(), "A");

    assertThat(terms.cancelAt(at("2026-12-24T18:00:00+01:00"), Optional.empty()))
        .isEqualTo(at("2027-01-07T18:00:00+01:00"));
  }

  @Test
  void businessDaysSkipTheWeekendAndHolidays() {
    DeadlineTerms terms =
        policy("{businessDays: true, notifyAfterDays: 3, holidays: ['2026-12-25']}")
            .terms("dtc", Optional.empty(), "A");

    assertThat(terms.notifyAt(at("2026-12-23T10:00:00+01:00")))
        .as("24 Thursday, (25 holiday, 26 and 27 weekend), 28 Monday, 29 Tuesday")
        .isEqualTo(at("2026-12-29T10:00:00+01:00"));
    assertThat(terms.notifyAt(at("2026-12-26T10:00:00+01:00")))
        .isEqualTo(at("2026-12-30T10:00:00+01:00"));
    assertThat(terms.warnAt(at("2026-12-28T10:00:00+01:00")))
        .contains(at("2026-12-23T10:00:00+01:00"));
  }

  @Test
  void whoWorksOnSundaysCountsSundays() {
    DeadlineTerms terms =
        policy("{businessDays: true, notifyAfterDays: 2, workdays: [friday, sunday]}")
            .terms("dtc", Optional.empty(), "A");

    assertThat(terms.notifyAt(at("2026-12-04T10:00:00+01:00")))
        .isEqualTo(at("2026-12-11T10:00:00+01:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notifyAfter: 1",
        "cancelAfterDays: 0",
        "onSilence: maybe",
        "workdays: []",
        "workdays: [mon]",
        "holidays: [christmas]",
        "cancelDaysAfterEstimate: 0",
        "skus: {A: {channels: {}}}",
        "suppliers: {north: {notifyAfterDays: -1}}"
      })
  void whatCannotBeFollowedIsRefusedWithItsKey(String block) {
    assertThatThrownBy(() -> policy(block))
        .isInstanceOf(RuleFault.class)
        .hasMessageStartingWith("rules.backorders.");
  }

  private static DeadlinePolicy policy(String backorders) {
    return DeadlinePolicy.from(yaml("backorders:\n" + backorders.indent(2)), BERLIN);
  }

  private static com.fasterxml.jackson.databind.JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant at(String text) {
    return java.time.OffsetDateTime.parse(text).toInstant();
  }
}
