package io.serai.sandbox.store;

import graphql.execution.directives.QueryAppliedDirective;
import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.store.Payload.UserError;
import io.serai.sandbox.world.ChannelEffects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The mutations of the store, and the keys by which two of them recognise a repeat. */
final class Mutations implements Fields {
  private static final int LARGEST_INPUT = 250;

  private record Done(Map<String, Object> input, Payload payload) {}

  private final ChannelEffects effects;
  private final FulfillmentCreate fulfillmentCreate;
  private final InventorySetQuantities inventorySetQuantities;
  private final RefundCreate refundCreate;
  private final OrderCancel orderCancel;
  private final Map<String, Done> byKey = new HashMap<>();
  private final Map<String, Integer> toRefuse = new HashMap<>();

  Mutations(StoreBooks books, ChannelEffects effects) {
    this.effects = effects;
    this.fulfillmentCreate = new FulfillmentCreate(books, effects);
    this.inventorySetQuantities = new InventorySetQuantities(books, effects);
    this.refundCreate = new RefundCreate(books, effects);
    this.orderCancel = new OrderCancel(books, effects);
  }

  OrderCancel orderCancel() {
    return orderCancel;
  }

  /** Answers a mutation with a user error so many times, and does nothing. */
  void refuse(String mutation, int times) {
    toRefuse.put(mutation, times);
  }

  @Override
  public String type() {
    return "Mutation";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    limit(env.getArguments());
    if (isToRefuse(field)) {
      String type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Payload";
      return Payload.refused(type, UserError.of("the sandbox was told to"));
    }
    Map<String, Object> input = env.getArgument("input");
    return switch (field) {
      case "fulfillmentCreate" -> fulfillmentCreate.run(env.getArgument("fulfillment"));
      case "inventorySetQuantities" -> once(field, env, () -> inventorySetQuantities.run(input));
      case "refundCreate" -> once(field, env, () -> refundCreate.run(input));
      case "orderCancel" ->
          orderCancel.run(
              env.getArgument("orderId"),
              env.getArgument("reason"),
              env.getArgumentOrDefault("staffNote", ""));
      default -> unknown(field);
    };
  }

  private boolean isToRefuse(String mutation) {
    int left = toRefuse.getOrDefault(mutation, 0);
    toRefuse.put(mutation, Math.max(0, left - 1));
    return left > 0;
  }

  /** No list in an input may have more than 250 entries. */
  private static void limit(Object input) {
    if (input instanceof Map<?, ?> fields) {
      fields.values().forEach(Mutations::limit);
    } else if (input instanceof List<?> list) {
      if (list.size() > LARGEST_INPUT) {
        throw new StoreRefusal(
            "MAX_INPUT_SIZE_EXCEEDED",
            "The input array size of %d is greater than the maximum allowed of %d."
                .formatted(list.size(), LARGEST_INPUT));
      }
      list.forEach(Mutations::limit);
    }
  }

  /** Runs under the mandatory idempotency key: a repeat gets the first answer and does nothing. */
  private Payload once(String field, DataFetchingEnvironment env, Supplier<Payload> run) {
    List<QueryAppliedDirective> directives =
        env.getQueryDirectives().getImmediateAppliedDirective("idempotent");
    if (directives.isEmpty()) {
      throw new StoreRefusal(
          "BAD_REQUEST",
          "The @idempotent directive is required for this mutation but was not provided.");
    }
    String key = directives.get(0).getArgument("key").getValue();
    if (key.isBlank()) {
      throw new StoreRefusal("BAD_REQUEST", "The idempotency key cannot be blank.");
    }
    Map<String, Object> input = env.getArgument("input");
    Done before = byKey.get(field + " " + key);
    if (before == null) {
      Payload payload = run.get();
      byKey.put(field + " " + key, new Done(input, payload));
      return payload;
    }
    effects.idempotencyKeyRepeated();
    return before.input().equals(input) ? before.payload() : mismatch(before.payload().type());
  }

  private static Payload mismatch(String type) {
    return Payload.refused(
        type,
        UserError.of("The same idempotency key cannot be used with different operation parameters.")
            .coded("IDEMPOTENCY_KEY_PARAMETER_MISMATCH"));
  }
}
