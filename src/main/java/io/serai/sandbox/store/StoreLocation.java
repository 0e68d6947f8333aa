package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;

/** The one location that the store ships from and has stock at. */
record StoreLocation(long id) implements Entity {
  @Override
  public String type() {
    return "Location";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "id" -> gid();
      case "legacyResourceId" -> String.valueOf(id);
      case "name" -> "Main warehouse";
      case "isActive", "fulfillsOnlineOrders" -> true;
      default -> unknown(field);
    };
  }
}
