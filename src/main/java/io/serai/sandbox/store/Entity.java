package io.serai.sandbox.store;

/** An object with a global id, such as {@code gid://shopify/Order/9007199254800001}. */
interface Entity extends Fields {
  /** The number at the end of its global id; unique within its type. */
  long id();

  default String gid() {
    return "gid://shopify/" + type() + "/" + id();
  }
}
