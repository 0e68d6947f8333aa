package io.serai.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.serai.document.Refused;
import io.serai.order.IncomingOrder.Line;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the canonical JSON of an order; what does not keep its schema is refused with every reason.
 */
public final class OrderReader {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(OrderReader.class.getResourceAsStream("/schema/order.schema.json"));
  private static final int REASONS_SHOWN = 5;

  private OrderReader() {}

  /**
   * Reads one order of a channel.
   *
   * @throws Refused when it is not a valid canonical order
   */
  public static IncomingOrder read(String channel, JsonNode order) {
    String name = "order " + order.path("number").asText("without a number") + " of " + channel;
    refuseUnlessValid(name, order);
    return new IncomingOrder(
        channel,
        order.get("number").asText(),
        order.get("externalId").asText(),
        order.get("revision").asText(),
        instant(name, "placedAt", order.get("placedAt").asText()),
        order.hasNonNull("updatedAt")
            ? Optional.of(instant(name, "updatedAt", order.get("updatedAt").asText()))
            : Optional.empty(),
        order.get("currency").asText(),
        order.path("cancelled").asBoolean(),
        Optional.ofNullable(order.path("hold").get("reason")).map(JsonNode::asText),
        customer(order.get("customer")),
        address(order.get("shipTo")),
        order.path("linesWhole").asBoolean(),
        lines(name, order.get("lines")));
  }

  private static void refuseUnlessValid(String name, JsonNode order) {
    Set<ValidationMessage> faults = SCHEMA.validate(order);
    if (!faults.isEmpty()) {
      String reasons =
          faults.stream()
              .limit(REASONS_SHOWN)
              .map(ValidationMessage::getMessage)
              .collect(Collectors.joining("; "));
      throw new Refused(
          name + ": " + reasons,
          "Correct the order at the channel, or the connector's order.jq if the mapping is at fault, and replay.");
    }
  }

  private static Customer customer(JsonNode customer) {
    return new Customer(
        text(customer, "name"),
        text(customer, "email"),
        text(customer, "phone"),
        text(customer, "locale"),
        classes(customer.path("classes")));
  }

  private static List<String> classes(JsonNode names) {
    List<String> classes = new ArrayList<>();
    names.forEach(name -> classes.add(name.asText().strip()));
    return classes;
  }

  private static Address address(JsonNode to) {
    return new Address(
        text(to, "name"),
        text(to, "company"),
        text(to, "address1"),
        text(to, "address2"),
        text(to, "city"),
        text(to, "state"),
        text(to, "postalCode"),
        text(to, "country"),
        text(to, "phone"));
  }

  private static List<Line> lines(String name, JsonNode lines) {
    List<Line> read = new ArrayList<>(lines.size());
    Set<String> numbers = new HashSet<>();
    for (JsonNode line : lines) {
      if (!numbers.add(line.get("line").asText())) {
        throw new Refused(
            name + ": line " + line.get("line").asText() + " occurs twice",
            "Give each line its own number in the connector's order.jq, and replay.");
      }
      read.add(
          new Line(
              line.get("line").asText(),
              line.get("externalId").asText(),
              line.get("sku").asText(),
              text(line, "title"),
              line.get("quantity").asInt(),
              line.path("cancelled").asInt(),
              line.path("shipped").asInt(),
              new BigDecimal(line.path("unitPrice").asText("0"))));
    }
    return List.copyOf(read);
  }

  private static Instant instant(String name, String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Refused(
          name + ": " + field + " '" + text + "' is no time",
          "Write it as 2026-11-23T10:00:00Z in the connector's order.jq.");
    }
  }

  private static String text(JsonNode object, String key) {
    JsonNode value = object.path(key);
    return value.isTextual() ? value.asText().strip() : "";
  }
}
