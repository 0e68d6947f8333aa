package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Connector;
import io.serai.mapping.Jq;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a connector declares in its block {@code api}, with its jq compiled. Immutable, and shared
 * by all accounts of the connector.
 *
 * @param url what paths stand behind; may hold {@code {{setting}}}
 * @param headers what each request carries
 * @param limits by the name that requests count against
 * @param order yields the request for one order by its id, as notifications name it
 * @param effects what is told to the channel, as far as it is declared
 * @param carriers the channel's name of each carrier, by the hub's
 * @param otherCarrier the channel's name for any other
 */
public record Api(
    String url,
    Map<String, String> headers,
    Auth auth,
    Map<String, RateLimit> limits,
    Answers answers,
    Optional<OrderList> orders,
    Optional<Jq> order,
    Map<Operation, Effect> effects,
    JsonNode carriers,
    JsonNode otherCarrier) {

  /**
   * Reads the declaration of a connector, if it has one. It is expected to have passed its schema.
   *
   * @throws io.serai.mapping.MappingFault when a program is not jq
   */
  public static Optional<Api> of(Connector connector) {
    JsonNode block = connector.declared().path("api");
    if (!block.isObject()) {
      return Optional.empty();
    }
    Programs programs = new Programs(connector.folder());
    Map<String, RateLimit> limits = new LinkedHashMap<>();
    block
        .path("rateLimits")
        .properties()
        .forEach(entry -> limits.put(entry.getKey(), RateLimit.of(entry.getValue())));
    List<AnswerRule> rules = new ArrayList<>();
    block.path("answers").forEach(rule -> rules.add(AnswerRule.of(rule, programs)));
    return Optional.of(
        new Api(
            block.path("url").asText(),
            Texts.map(block.path("headers")),
            Auth.of(block.path("auth"), programs),
            limits,
            new Answers(rules, programs.maybe(block.path("slowDown"), "slowDown")),
            OrderList.of(block.path("orders"), programs),
            programs.maybe(block.path("order").path("request"), "order.request"),
            effects(block, programs),
            block.path("carriers"),
            block.path("otherCarrier")));
  }

  /**
   * The same at a channel whose time runs so many times as fast as the real one: it grants as many
   * requests in a day of that, and the first poll starts further back.
   */
  public Api paced(double pace) {
    Map<String, RateLimit> faster = new LinkedHashMap<>();
    limits.forEach((name, limit) -> faster.put(name, limit.paced(pace)));
    return new Api(
        url,
        headers,
        auth,
        faster,
        answers,
        orders.map(list -> list.paced(pace)),
        order,
        effects,
        carriers,
        otherCarrier);
  }

  /** The address that paths stand behind, for an account. */
  public String address(AccountSettings settings) {
    return settings.fill(url);
  }

  /**
   * The orders that a page or any other payload of the channel holds.
   *
   * @throws io.serai.mapping.MappingFault when it is no such payload
   */
  public List<JsonNode> ordersIn(JsonNode payload) {
    return orders.map(list -> list.items(payload, Map.of())).orElse(List.of(payload));
  }

  /** Whether the connector declares the operation. */
  public boolean declares(Operation operation) {
    return switch (operation) {
      case ORDERS -> orders.isPresent();
      case ORDER -> order.isPresent();
      default -> effects.containsKey(operation);
    };
  }

  private static Map<Operation, Effect> effects(JsonNode block, Programs programs) {
    Map<Operation, Effect> effects = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      JsonNode declared = block.path(operation.word());
      boolean isTold = operation != Operation.ORDERS && operation != Operation.ORDER;
      if (isTold && declared.isObject()) {
        effects.put(operation, Effect.of(operation.word(), declared, programs));
      }
    }
    return effects;
  }
}
