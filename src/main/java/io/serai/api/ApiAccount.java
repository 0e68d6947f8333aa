package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.delivery.Rejected;
import io.serai.delivery.TryLater;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One configured account of a channel that speaks by a declared API. What it remembers (tokens, the
 * budget, what has been answered) is there to be fast and polite; nothing is wrong without it.
 */
public final class ApiAccount {
  private static final List<String> VARIABLES =
      List.of(
          "cursor", "started", "page", "key", "attempts", "before", "answers", "status", "headers");

  private final String id;
  private final Api api;
  private final AccountSettings settings;
  private final Clock clock;
  private final Clock outside;
  private final Credentials credentials;
  private final Budget budget;
  private final Transport transport;
  private final Progress progress = new Progress();
  private final OneByOne oneByOne = new OneByOne();

  /**
   * @param clock the orders' time
   * @param outside the time as it is, by which tokens end and budgets fill
   * @param pause how to wait for a moment
   */
  public ApiAccount(
      String id,
      Api api,
      AccountSettings settings,
      Clock clock,
      Clock outside,
      Transport transport,
      Pause pause) {
    this.id = id;
    this.api = api;
    this.settings = settings;
    this.clock = clock;
    this.outside = outside;
    this.transport = transport;
    this.credentials = new Credentials(api, settings, transport, outside);
    this.budget = new Budget(outside, pause, api.limits());
  }

  /**
   * The next page of orders.
   *
   * @param cursor as the page before gave it; empty for the first
   * @return {@code {"orders": [{"number", "revision", "order"}], "cursor": "...", "more": true}}
   * @throws Rejected when the answer is for a person
   * @throws TryLater when the channel cannot answer now
   */
  public JsonNode orders(String cursor) {
    OrderList list =
        api.orders().orElseThrow(() -> new Rejected("the connector declares no api.orders"));
    try {
      return new Polling(this, list).page(cursor);
    } catch (MappingFault fault) {
      throw new Rejected(fault.getMessage());
    }
  }

  /**
   * One order, as a notification has named it, in the form of a page.
   *
   * @return {@code {"orders": [{"number", "revision", "order"}]}}
   * @throws Rejected when the answer is for a person
   * @throws TryLater when the channel cannot answer now, or does not know the order yet
   */
  public JsonNode order(String order) {
    Jq request = api.order().orElseThrow(() -> new Rejected("the connector declares no api.order"));
    OrderList list =
        api.orders().orElseThrow(() -> new Rejected("the connector declares no api.orders"));
    try {
      return new Fetching(this, request, list).page(order);
    } catch (MappingFault fault) {
      throw new Rejected(fault.getMessage());
    }
  }

  /** An order that a notification has brought, as a page holds it. */
  JsonNode taken(JsonNode order) {
    return api.orders()
        .orElseThrow(() -> new Rejected("the connector declares no api.orders"))
        .taken(order, variables(Operation.ORDER.word()));
  }

  /**
   * Tells the channel what it is owed; one thing of an order at a time.
   *
   * @param key the delivery's, the same at each attempt
   * @param attempts how often it has been tried, this time included
   * @throws Rejected when it is for a person
   * @throws TryLater when it may be had at another time
   */
  public void tell(Operation operation, String key, int attempts, JsonNode payload) {
    Effect effect = api.effects().get(operation);
    if (effect == null) {
      throw new Rejected("the connector declares no api." + operation.word());
    }
    oneByOne.run(
        payload.path("order").asText(key),
        () -> new Telling(this, operation, effect, progress).tell(key, attempts, payload));
  }

  /** The account's id. */
  public String id() {
    return id;
  }

  /** Whether the account's connector declares the operation. */
  public boolean declares(Operation operation) {
    return api.declares(operation);
  }

  /** An address that an answer names, at the channel's own host: credentials go nowhere else. */
  String atHome(String address) {
    return credentials.atHome(address);
  }

  Instant now() {
    return clock.instant();
  }

  /** What each program sees, by name; null where there is nothing to see. */
  Map<String, JsonNode> variables(String operation) {
    Map<String, JsonNode> variables = new HashMap<>();
    VARIABLES.forEach(name -> variables.put(name, Json.MAPPER.nullNode()));
    variables.put("operation", new TextNode(operation));
    variables.put("settings", settings.json());
    variables.put("now", new TextNode(clock.instant().toString()));
    variables.put("carriers", api.carriers().isObject() ? api.carriers() : Json.object());
    variables.put(
        "otherCarrier",
        api.otherCarrier().isTextual() ? api.otherCarrier() : Json.MAPPER.nullNode());
    return variables;
  }

  /** The same, with the answer that is looked at. */
  Map<String, JsonNode> seen(Map<String, JsonNode> variables, Answer answer) {
    Map<String, JsonNode> seen = new HashMap<>(variables);
    seen.put("status", new IntNode(answer.status()));
    seen.put("headers", Json.MAPPER.valueToTree(answer.headers()));
    return seen;
  }

  /** Sends a request and returns its answer when that is good. */
  Answer send(Request request, String operation, Map<String, JsonNode> variables) {
    return send(request, operation, variables, Optional.empty()).orElseThrow();
  }

  /** The same for a page of orders; nothing when the test is true of the answer. */
  Optional<Answer> sendUnless(
      Request request, Map<String, JsonNode> variables, Optional<Jq> expired) {
    return send(request, Operation.ORDERS.word(), variables, expired);
  }

  private Optional<Answer> send(
      Request request, String operation, Map<String, JsonNode> variables, Optional<Jq> unless) {
    for (boolean renewed = false; ; renewed = true) {
      budget.take(request.limit());
      Credentials.Signed signed = credentials.sign(request, variables);
      Answer answer = exchange(signed.call());
      Map<String, JsonNode> seen = seen(variables, answer);
      if (unless.filter(test -> AnswerRule.holds(test, answer, seen)).isPresent()) {
        return Optional.empty();
      }
      api.answers().asked(answer, seen).ifPresent(wait -> budget.slowDown(request.limit(), wait));
      Verdict verdict = api.answers().verdict(operation, request, answer, seen, outside.instant());
      if (!(verdict instanceof Verdict.RefreshToken && signed.refuse() && !renewed)) {
        return Optional.of(answered(verdict, request, signed.call(), answer));
      }
    }
  }

  private Answer exchange(Transport.Call call) {
    try {
      return Answer.read(transport.send(call));
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new TryLater(credentials.hide(call + " got no whole answer: " + why));
    }
  }

  private Answer answered(Verdict verdict, Request request, Transport.Call call, Answer answer) {
    if (verdict instanceof Verdict.Fail fail) {
      throw new Rejected(credentials.hide(call + ": " + fail.why()));
    }
    if (verdict instanceof Verdict.Retry retry) {
      throw new TryLater(credentials.hide(call + ": " + retry.why()));
    }
    if (verdict instanceof Verdict.RefreshToken refused) {
      throw new TryLater(
          credentials.hide(call + ": the credentials are not taken: " + refused.why()));
    }
    if (verdict instanceof Verdict.SlowDown slow) {
      budget.slowDown(request.limit(), slow.pause());
      throw TryLater.after(credentials.hide(call + ": " + slow.why()), slow.pause());
    }
    return answer;
  }
}
