package io.serai.hub;

import io.serai.order.Address;
import io.serai.order.IncomingOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order as its channel has it at a minute of the test: {@code Sale.of("1001", "A,3").at(5)}. A
 * line is {@code SKU,ordered,cancelled,shipped}; an empty text is a line that the channel has taken
 * away.
 */
record Sale(
    String number,
    int minute,
    List<String> lines,
    boolean cancelled,
    Optional<String> hold,
    boolean whole,
    Address shipTo) {

  static Sale of(String number, String... lines) {
    return new Sale(
        number,
        0,
        List.of(lines),
        false,
        Optional.empty(),
        false,
        Scene.incoming("dtc", number, "1", false, List.of()).shipTo());
  }

  /** The same as it is at a later or an earlier minute. */
  Sale at(int time) {
    return new Sale(number, time, lines, cancelled, hold, whole, shipTo);
  }

  /** With these lines. */
  Sale with(String... others) {
    return new Sale(number, minute, List.of(others), cancelled, hold, whole, shipTo);
  }

  /** The channel says that its lines are all. */
  Sale thatIsAll() {
    return new Sale(number, minute, lines, cancelled, hold, true, shipTo);
  }

  Sale cancelledWhole() {
    return new Sale(number, minute, lines, true, hold, whole, shipTo);
  }

  Sale onHold(String reason) {
    return new Sale(number, minute, lines, cancelled, Optional.of(reason), whole, shipTo);
  }

  Sale released() {
    return new Sale(number, minute, lines, cancelled, Optional.empty(), whole, shipTo);
  }

  Sale to(String street, String country) {
    return new Sale(
        number,
        minute,
        lines,
        cancelled,
        hold,
        whole,
        new Address("Ann", "", street, "", "Town", "", "12345", country, ""));
  }

  /** What the connector makes of it. */
  IncomingOrder incoming() {
    IncomingOrder like = Scene.incoming("dtc", number, "1", cancelled, List.of());
    return new IncomingOrder(
        "dtc",
        number,
        like.externalId(),
        "r" + minute + ":" + hashCode(),
        like.placedAt(),
        Optional.of(Scene.START.plus(Duration.ofMinutes(minute))),
        "USD",
        cancelled,
        hold,
        like.customer(),
        shipTo,
        whole,
        incomingLines());
  }

  private List<IncomingOrder.Line> incomingLines() {
    List<IncomingOrder.Line> incoming = new ArrayList<>();
    for (int at = 1; at <= lines.size(); at++) {
      String[] parts = lines.get(at - 1).split(",");
      if (parts.length > 1) {
        incoming.add(
            new IncomingOrder.Line(
                Integer.toString(incoming.size() + 1),
                "gid-" + number + "-" + at,
                parts[0],
                "Title of " + parts[0],
                Integer.parseInt(parts[1]),
                parts.length > 2 ? Integer.parseInt(parts[2]) : 0,
                parts.length > 3 ? Integer.parseInt(parts[3]) : 0,
                BigDecimal.TEN));
      }
    }
    return incoming;
  }
}
