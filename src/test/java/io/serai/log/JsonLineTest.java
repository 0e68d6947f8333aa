package io.serai.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.delivery.Delivery;
import io.serai.document.Document;
import io.serai.mapping.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What a line of the log says, and what it keeps to itself. */
class JsonLineTest {
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final Logger logger = (Logger) LoggerFactory.getLogger("io.serai.Test");

  @Test
  void aLineNamesTheDeliveryItsDocumentItsOrderAndItsTrace() {
    Delivery delivery =
        new Delivery(
            7,
            "tracking",
            "dtc",
            "tracking:1",
            Optional.of(3L),
            Optional.of(5L),
            Optional.of("dtc/1001"),
            Optional.of(TRACE),
            Json.object(),
            2);
    try (Subject named = Subject.of(delivery)) {
      JsonNode line = line("Attempt {} failed", 2);

      assertThat(line.path("message").asText()).isEqualTo("Attempt 2 failed");
      assertThat(line.path("level").asText()).isEqualTo("WARN");
      assertThat(line.path("time").asText()).endsWith("Z");
      assertThat(line.path("delivery").asText()).isEqualTo("7");
      assertThat(line.path("document").asText()).isEqualTo("5");
      assertThat(line.path("account").asText()).isEqualTo("dtc");
      assertThat(line.path("order").asText()).isEqualTo("dtc/1001");
      assertThat(line.path("trace").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }
    assertThat(line("after").has("delivery")).isFalse();
  }

  @Test
  void whatWasWorkedOnBeforeIsNamedAgain() {
    Document file = new Document(9, "supplier-file", "north", "a.csv", new byte[0], Instant.EPOCH);
    try (Subject outer = Subject.of(file)) {
      try (Subject inner = Subject.ofOrder("dtc", "1001")) {
        assertThat(MDC.get("order")).isEqualTo("dtc/1001");
        assertThat(MDC.get("document")).isEqualTo("9");
      }
      assertThat(MDC.get("order")).isNull();
      assertThat(MDC.get("account")).isEqualTo("north");
    }
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void whatOthersQuoteOfACustomerIsNotLogged() {
    LoggingEvent event =
        new LoggingEvent(
            "",
            logger,
            Level.WARN,
            "550 <ann.b+x@mail.example.com>: unknown; text to +4930123456 refused",
            new IllegalStateException("no mailbox ann@example.org\nnext"),
            null);

    String line = new String(new JsonLine().encode(event), StandardCharsets.UTF_8);

    assertThat(line).doesNotContain("ann", "4930123456").contains("(mail address)", "(telephone)");
    assertThat(line.strip().lines()).hasSize(1);
    assertThat(new DiscreetMessage().convert(event)).doesNotContain("ann.b", "4930123456");
  }

  private JsonNode line(String message, Object... values) {
    LoggingEvent event = new LoggingEvent("", logger, Level.WARN, message, null, values);
    return Json.read(new String(new JsonLine().encode(event), StandardCharsets.UTF_8));
  }
}
