package io.serai.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a token may do. Those who may write may not read by that alone. */
public enum Scope {
  /** Orders, backorders, what needs a person, and what channels and suppliers do today. */
  ORDERS_READ("orders:read"),
  /** Pushes orders in, and acts on them. */
  ORDERS_WRITE("orders:write"),
  /** Stock by SKU, and what may be sold of it. */
  STOCK_READ("stock:read"),
  /** Updates suppliers' offers. */
  STOCK_WRITE("stock:write"),
  /** Documents, deliveries and quarantine, with the personal data in them. */
  DOCUMENTS_READ("documents:read"),
  /** Replays, changes and dismisses what stands in quarantine, and sends again. */
  DOCUMENTS_WRITE("documents:write"),
  /** How suppliers do, and what they have billed. */
  SUPPLIERS_READ("suppliers:read"),
  /** Who is told of events, and what they were told. */
  WEBHOOKS_READ("webhooks:read"),
  /** Says who is told of events. */
  WEBHOOKS_WRITE("webhooks:write"),
  /** Who did what. */
  AUDIT_READ("audit:read");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** As it is stored, shown and asked for. */
  public String word() {
    return word;
  }

  /** All of them, by their words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Scope::word).toList();
  }

  /** The scope of a word, if there is one. */
  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }
}
