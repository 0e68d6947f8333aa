package io.serai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupplierTermsTest {
  private SupplierTerms terms;

  @BeforeEach
  void aSupplierInBerlinThatRestsOnWeekendsAndOnTheEighth() throws IOException {
    String rules =
        "suppliers: {s1: {cutOff: \"14:00\", timeZone: Europe/Berlin, holidays: [\"2026-12-08\"],"
            + " workdays: [monday, tuesday, wednesday, thursday, friday]}}";
    terms = Rules.from(new ObjectMapper(new YAMLFactory()).readTree(rules)).terms("s1");
  }

  @Test
  void before_the_cut_off_the_day_itself_counts() {
    assertThat(terms.leadDays(Instant.parse("2026-12-02T12:59:00Z"), 2)).isEqualTo(2);
  }

  @Test
  void at_the_cut_off_the_next_day_counts() {
    assertThat(terms.leadDays(Instant.parse("2026-12-02T13:00:00Z"), 1)).isEqualTo(2);
  }

  @Test
  void a_weekend_and_a_holiday_are_no_working_days() {
    assertThat(terms.leadDays(Instant.parse("2026-12-04T15:00:00Z"), 2)).isEqualTo(6);
  }

  @Test
  void a_supplier_without_a_calendar_takes_the_days_it_says() {
    assertThat(SupplierTerms.DEFAULT.leadDays(Instant.parse("2026-12-04T23:00:00Z"), 3))
        .isEqualTo(3);
  }

  @Test
  void the_next_cut_off_is_on_a_working_day() {
    assertThat(terms.nextCutOff(Instant.parse("2026-12-04T15:00:00Z")))
        .contains(Instant.parse("2026-12-07T13:00:00Z"));
    assertThat(terms.nextCutOff(Instant.parse("2026-12-04T12:00:00Z")))
        .contains(Instant.parse("2026-12-04T13:00:00Z"));
  }

  @Test
  void an_order_waits_for_the_cut_off_but_no_longer_than_its_minutes() {
    Instant planned = Instant.parse("2026-12-04T12:00:00Z");

    assertThat(new Release(30, true).due(planned, List.of(terms)))
        .isEqualTo(Instant.parse("2026-12-04T12:30:00Z"));
    assertThat(new Release(300, true).due(planned, List.of(terms)))
        .isEqualTo(Instant.parse("2026-12-04T13:00:00Z"));
    assertThat(new Release(0, true).due(planned, List.of(SupplierTerms.DEFAULT)))
        .isEqualTo(planned);
    assertThat(Release.AT_ONCE.due(planned, List.of(terms))).isEqualTo(planned);
  }
}
