package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.order.SoldLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A thing in the store's catalog, with its inventory item and what may be sold of it. */
final class Variant implements Entity {
  private final long id;
  private final SoldLine like;
  private final String currency;
  private final Item item;
  private final Map<String, Integer> quantities = new HashMap<>();

  Variant(long id, long itemId, SoldLine like, String currency, StoreLocation location) {
    this.id = id;
    this.like = like;
    this.currency = currency;
    this.item = new Item(itemId, location);
  }

  String sku() {
    return like.sku();
  }

  String currency() {
    return currency;
  }

  Item item() {
    return item;
  }

  /** The quantity by that name, {@code available} or {@code on_hand}. */
  int quantity(String name) {
    return quantities.getOrDefault(name, 0);
  }

  void set(String name, int quantity) {
    quantities.put(name, quantity);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String type() {
    return "ProductVariant";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "id" -> gid();
      case "legacyResourceId" -> String.valueOf(id);
      case "sku" -> Fields.orNull(like.sku());
      case "title", "displayName" -> like.title();
      case "price" -> Money.text(like.unitPrice());
      case "inventoryItem" -> item;
      case "inventoryQuantity" -> quantity("available");
      default -> unknown(field);
    };
  }

  /** The part of it that has stock. */
  final class Item implements Entity {
    private final long itemId;
    private final StoreLocation location;

    Item(long itemId, StoreLocation location) {
      this.itemId = itemId;
      this.location = location;
    }

    Variant variant() {
      return Variant.this;
    }

    @Override
    public long id() {
      return itemId;
    }

    @Override
    public String type() {
      return "InventoryItem";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "id" -> gid();
        case "legacyResourceId" -> String.valueOf(itemId);
        case "sku" -> Fields.orNull(like.sku());
        case "requiresShipping" -> like.requiresShipping();
        case "tracked" -> true;
        case "variant" -> Variant.this;
        case "inventoryLevel" ->
            location.gid().equals(env.getArgument("locationId")) ? new Level() : null;
        default -> unknown(field);
      };
    }

    private final class Level implements Entity {
      @Override
      public long id() {
        return itemId;
      }

      @Override
      public String type() {
        return "InventoryLevel";
      }

      @Override
      public Object get(String field, DataFetchingEnvironment env) {
        return switch (field) {
          case "id" -> gid();
          case "isActive" -> true;
          case "item" -> Item.this;
          case "location" -> location;
          case "quantities" -> {
            List<String> names = env.getArgument("names");
            yield names.stream().map(name -> new Quantity(itemId, name, quantity(name))).toList();
          }
          default -> unknown(field);
        };
      }
    }
  }

  private record Quantity(long id, String name, int quantity) implements Entity {
    @Override
    public String type() {
      return "InventoryQuantity";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "id" -> gid() + "?name=" + name;
        case "name" -> name;
        case "quantity" -> quantity;
        default -> unknown(field);
      };
    }
  }
}
