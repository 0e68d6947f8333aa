package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries of the store. */
final class QueryRoot implements Fields {
  private static final Pattern SKU = Pattern.compile("sku:\\s*(?:'([^']*)'|\"([^\"]*)\"|(\\S+))");

  private final StoreBooks books;
  private final Fields shop;

  QueryRoot(StoreBooks books, String currency) {
    this.books = books;
    this.shop = new Shop(currency);
  }

  @Override
  public String type() {
    return "QueryRoot";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "orders" -> orders(env);
      case "order" -> one(StoredOrder.class, env);
      case "fulfillmentOrder" -> one(StoredFulfillmentOrder.class, env);
      case "fulfillmentOrders" -> fulfillmentOrders(env);
      case "inventoryItem" -> one(Variant.Item.class, env);
      case "inventoryItems" -> inventoryItems(env);
      case "productVariants" -> productVariants(env);
      case "location" ->
          env.getArgument("id") == null ? books.location() : one(StoreLocation.class, env);
      case "locations" -> Connection.byId("Location", List.of(books.location()), env);
      case "node" -> books.find(env.getArgument("id")).orElse(null);
      case "shop" -> shop;
      default -> unknown(field);
    };
  }

  private <T extends Entity> T one(Class<T> type, DataFetchingEnvironment env) {
    return books.find(type, env.getArgument("id")).orElse(null);
  }

  private Connection<StoredOrder> orders(DataFetchingEnvironment env) {
    Function<StoredOrder, Cursor> cursor = cursor(env.getArgument("sortKey"));
    List<StoredOrder> found =
        books.visible().stream()
            .filter(OrderSearch.parse(env.getArgument("query")))
            .sorted(Comparator.comparing(cursor))
            .toList();
    return Connection.of("Order", found, cursor, env);
  }

  private static Function<StoredOrder, Cursor> cursor(String sortKey) {
    return switch (sortKey) {
      case "UPDATED_AT" -> order -> new Cursor(order.updatedAt().toEpochMilli(), order.id());
      case "CREATED_AT", "PROCESSED_AT" ->
          order -> new Cursor(order.sold().createdAt().toEpochMilli(), order.id());
      default -> order -> new Cursor(order.id(), order.id());
    };
  }

  private Connection<StoredFulfillmentOrder> fulfillmentOrders(DataFetchingEnvironment env) {
    boolean closedToo = Boolean.TRUE.equals(env.getArgument("includeClosed"));
    List<StoredFulfillmentOrder> found =
        books.visible().stream()
            .flatMap(order -> order.fulfillmentOrders().stream())
            .filter(group -> closedToo || !group.isClosed())
            .sorted(Comparator.comparing(StoredFulfillmentOrder::id))
            .toList();
    return Connection.byId("FulfillmentOrder", found, env);
  }

  private Connection<Variant> productVariants(DataFetchingEnvironment env) {
    return Connection.byId("ProductVariant", variants(env), env);
  }

  private Connection<Variant.Item> inventoryItems(DataFetchingEnvironment env) {
    List<Variant.Item> items =
        variants(env).stream()
            .map(Variant::item)
            .sorted(Comparator.comparing(Variant.Item::id))
            .toList();
    return Connection.byId("InventoryItem", items, env);
  }

  private List<Variant> variants(DataFetchingEnvironment env) {
    Predicate<Variant> wanted = bySku(env.getArgument("query"));
    return books.variants().stream()
        .filter(wanted)
        .sorted(Comparator.comparing(Variant::id))
        .toList();
  }

  /** One SKU, or several joined by OR; without any, all. */
  private static Predicate<Variant> bySku(String query) {
    Matcher terms = SKU.matcher(query == null ? "" : query);
    List<String> skus =
        terms.results().map(m -> m.group().replaceAll("^sku:\\s*['\"]?|['\"]$", "")).toList();
    return variant -> skus.isEmpty() || skus.contains(variant.sku());
  }

  private record Shop(String currency) implements Entity {
    @Override
    public long id() {
      return 1;
    }

    @Override
    public String type() {
      return "Shop";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "id" -> gid();
        case "name" -> "Sandbox store";
        case "myshopifyDomain" -> "sandbox.myshopify.com";
        case "currencyCode" -> currency;
        default -> unknown(field);
      };
    }
  }
}
