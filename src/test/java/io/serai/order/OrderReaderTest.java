package io.serai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.document.Refused;
import io.serai.mapping.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the canonical form says of when an order was changed, of holds and of lines. */
class OrderReaderTest {
  @Test
  void theRevisionIsTheTimeOfTheChangeWhereItIsATime() {
    Instant nine = Instant.parse("2026-12-01T09:00:05Z");

    assertThat(read("2026-12-01T10:00:05+01:00", "").updatedAt()).contains(nine);
    assertThat(read("2026-12-01T09:00:05", "").updatedAt()).contains(nine);
    assertThat(read("e9d960fe", "").updatedAt()).isEmpty();
    assertThat(read("e9d960fe", "\"updatedAt\": \"2026-12-01T09:00:05Z\",").updatedAt())
        .contains(nine);
  }

  @Test
  void anOrderIsOnHoldForAReason() {
    assertThat(read("1", "\"hold\": {\"reason\": \"fraud check\"},").hold())
        .contains("fraud check");
    assertThat(read("1", "\"hold\": null,").hold()).isEmpty();
    assertThat(read("1", "").hold()).isEmpty();
    assertThatThrownBy(() -> read("1", "\"hold\": {},")).isInstanceOf(Refused.class);
  }

  @Test
  void ofALineThatIsWantedWhichIsNeitherCancelledNorShipped() {
    assertThat(read("1", "").lines().get(0).wanted()).isEqualTo(2);
  }

  private static IncomingOrder read(String revision, String more) {
    return OrderReader.read(
        "dtc",
        Json.read(
            """
            {"number": "1", "externalId": "1", "revision": "%s", %s "placedAt": "2026-12-01T09:00:00Z",
             "currency": "EUR", "customer": {}, "shipTo": {"country": "DE"},
             "lines": [{"line": "1", "externalId": "1", "sku": "A", "quantity": 5, "cancelled": 1, "shipped": 2}]}"""
                .formatted(revision, more)));
  }
}
