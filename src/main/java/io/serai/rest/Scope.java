package io.serai.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a token may do. Those who may write may not read by that alone. */
public enum Scope {
  ORDERS_READ(
      "orders:read",
      "Orders, backorders, what needs a person, and what channels and suppliers do today."),
  ORDERS_WRITE("orders:write", "Pushes orders in, and acts on them."),
  STOCK_READ("stock:read", "Stock by SKU, and what may be sold of it."),
  STOCK_WRITE("stock:write", "Updates suppliers' offers."),
  DOCUMENTS_READ(
      "documents:read", "Documents, deliveries and quarantine, with the personal data in them."),
  DOCUMENTS_WRITE(
      "documents:write",
      "Replays, changes and dismisses what stands in quarantine, and sends again."),
  SUPPLIERS_READ("suppliers:read", "How suppliers do, and what they have billed."),
  WEBHOOKS_READ("webhooks:read", "Who is told of events, and what they were told."),
  WEBHOOKS_WRITE("webhooks:write", "Says who is told of events."),
  AUDIT_READ("audit:read", "Who did what.");

  private final String word;
  private final String meaning;

  Scope(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** As it is stored, shown and asked for. */
  public String word() {
    return word;
  }

  /** What it allows, in a sentence for whoever gives it. */
  public String meaning() {
    return meaning;
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
