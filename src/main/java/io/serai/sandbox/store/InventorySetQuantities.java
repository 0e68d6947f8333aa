package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.store.Payload.UserError;
import io.serai.sandbox.world.ChannelEffects;
import io.serai.sandbox.world.StockSetting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mutation that says how much of each SKU may be sold: all of its quantities, or none. */
final class InventorySetQuantities {
  private static final String TYPE = "InventorySetQuantitiesPayload";
  private static final int HIGHEST = 1_000_000_000;

  private final StoreBooks books;
  private final ChannelEffects effects;

  InventorySetQuantities(StoreBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  Payload run(Map<String, Object> input) {
    List<Map<String, Object>> quantities = quantities(input);
    if (quantities.stream().anyMatch(each -> !each.containsKey("changeFromQuantity"))) {
      throw new StoreRefusal(
          "INVALID_FIELD_ARGUMENTS",
          "InventoryQuantityInput must include the following argument: changeFromQuantity.");
    }
    String name = (String) input.get("name");
    List<UserError> errors = new ArrayList<>();
    if (!List.of("available", "on_hand").contains(name)) {
      String message = "The quantity name must be either 'available' or 'on_hand'.";
      errors.add(UserError.of(message, "input", "name").coded("INVALID_NAME"));
    }
    for (int i = 0; i < quantities.size(); i++) {
      fault(i, quantities, name).ifPresent(errors::add);
    }
    if (!errors.isEmpty()) {
      effects.refused("inventorySetQuantities: " + errors.get(0).message());
      return Payload.refused(TYPE, errors);
    }
    return set(input, name, quantities);
  }

  private Optional<UserError> fault(int index, List<Map<String, Object>> all, String name) {
    Map<String, Object> each = all.get(index);
    Object item = each.get("inventoryItemId");
    int quantity = (int) each.get("quantity");
    Optional<Variant.Item> found = books.find(Variant.Item.class, item);
    if (found.isEmpty()) {
      return fault(
          index,
          "inventoryItemId",
          "The specified inventory item could not be found.",
          "INVALID_INVENTORY_ITEM");
    }
    if (!books.location().gid().equals(each.get("locationId"))) {
      return fault(
          index, "locationId", "The specified location could not be found.", "INVALID_LOCATION");
    }
    if (all.stream().filter(other -> item.equals(other.get("inventoryItemId"))).count() > 1) {
      return fault(
          index,
          "locationId",
          "The combination of inventoryItemId and locationId must be unique.",
          "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    }
    return bounds(index, quantity, name).or(() -> stale(index, each, found.get(), name));
  }

  private static Optional<UserError> bounds(int index, int quantity, String name) {
    if (quantity > HIGHEST) {
      return fault(
          index,
          "quantity",
          "The quantity can't be higher than 1,000,000,000.",
          "INVALID_QUANTITY_TOO_HIGH");
    }
    if (quantity < -HIGHEST) {
      return fault(
          index,
          "quantity",
          "The quantity can't be lower than -1,000,000,000.",
          "INVALID_QUANTITY_TOO_LOW");
    }
    return quantity < 0 && "on_hand".equals(name)
        ? fault(index, "quantity", "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE")
        : Optional.empty();
  }

  private static Optional<UserError> stale(
      int index, Map<String, Object> each, Variant.Item item, String name) {
    Object from = each.get("changeFromQuantity");
    return from == null || from.equals(item.variant().quantity(name))
        ? Optional.empty()
        : fault(
            index,
            "changeFromQuantity",
            "The changeFromQuantity value does not match persisted value.",
            "CHANGE_FROM_QUANTITY_STALE");
  }

  private static Optional<UserError> fault(int index, String field, String message, String code) {
    return Optional.of(UserError.of(message, "input", "quantities", "" + index, field).coded(code));
  }

  private Payload set(
      Map<String, Object> input, String name, List<Map<String, Object>> quantities) {
    List<Change> changes = new ArrayList<>();
    for (Map<String, Object> each : quantities) {
      Variant.Item item = books.find(Variant.Item.class, each.get("inventoryItemId")).get();
      int quantity = (int) each.get("quantity");
      int delta = quantity - item.variant().quantity(name);
      for (String both : List.of("available", "on_hand")) {
        item.variant().set(both, item.variant().quantity(both) + delta);
        changes.add(new Change(both, delta, item, books.location()));
      }
      effects.stockSet(new StockSetting(item.variant().sku(), quantity, books.now()));
    }
    Group group =
        new Group(
            books.ids().next("InventoryAdjustmentGroup"),
            books.now(),
            (String) input.get("reason"),
            (String) input.get("referenceDocumentUri"),
            changes);
    return Payload.done(TYPE, Map.of("inventoryAdjustmentGroup", group));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> quantities(Map<String, Object> input) {
    return (List<Map<String, Object>>) input.get("quantities");
  }

  private record Group(
      long id, Instant createdAt, String reason, String document, List<Change> changes)
      implements Entity {
    @Override
    public String type() {
      return "InventoryAdjustmentGroup";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "id" -> gid();
        case "createdAt" -> createdAt.toString();
        case "reason" -> reason;
        case "referenceDocumentUri" -> document;
        case "changes" -> changes;
        default -> unknown(field);
      };
    }
  }

  private record Change(String name, int delta, Variant.Item item, StoreLocation location)
      implements Fields {
    @Override
    public String type() {
      return "InventoryChange";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "name" -> name;
        case "delta" -> delta;
        case "item" -> item;
        case "location" -> location;
        case "quantityAfterChange" -> null;
        default -> unknown(field);
      };
    }
  }
}
