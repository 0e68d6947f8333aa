package io.serai.sandbox.store;

/** A request that the API answers with a top-level error and its code. */
final class StoreRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  StoreRefusal(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
