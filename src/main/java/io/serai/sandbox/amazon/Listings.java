package io.serai.sandbox.amazon;

import static io.serai.sandbox.amazon.AmazonComplaints.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import io.serai.sandbox.world.StockSetting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What the seller offers, and how many of it: {@code patchListingsItem}, and parts of feeds. */
final class Listings {
  private static final String STOCK = "/attributes/fulfillment_availability";

  private final AmazonBooks books;
  private final AtomicInteger submissions = new AtomicInteger();

  Listings(AmazonBooks books) {
    this.books = books;
  }

  RestReply patch(RestRequest request) {
    String sku = request.path("sku");
    if (!request.path("sellerId").equals(AmazonBooks.SELLER)) {
      throw invalid("There is no seller " + request.path("sellerId"));
    }
    String marketplace = request.query("marketplaceIds").orElse("");
    if (!marketplace.equals(AmazonBooks.MARKETPLACE)) {
      throw invalid("The seller is not on marketplace " + marketplace);
    }
    if (!books.lists(sku)) {
      throw invalid("SKU '" + sku + "' not found in marketplace " + marketplace);
    }
    Optional<String> wrong = apply(sku, request.json());
    return RestReply.json(
        Map.of(
            "sku",
            sku,
            "status",
            wrong.isEmpty() ? "ACCEPTED" : "INVALID",
            "submissionId",
            "submission-" + submissions.incrementAndGet(),
            "issues",
            wrong.map(message -> List.of(issue(message))).orElse(List.of())));
  }

  /** Sets the stock that patches name; else what is wrong with them. */
  Optional<String> apply(String sku, JsonNode change) {
    JsonNode patch = change.path("patches").path(0);
    JsonNode value = patch.path("value").path(0);
    JsonNode quantity = value.path("quantity");
    if (change.path("productType").asText("").isEmpty()) {
      return refused(sku, "productType is required.");
    }
    if (!patch.path("path").asText("").equals(STOCK)
        || !value.path("fulfillment_channel_code").asText("").equals("DEFAULT")) {
      return refused(sku, "Only " + STOCK + " of DEFAULT can be patched here.");
    }
    if (!quantity.isIntegralNumber() || quantity.asInt() < 0) {
      return refused(sku, "The quantity must be a whole number from 0 on, not " + quantity + ".");
    }
    books.effects().stockSet(new StockSetting(sku, quantity.asInt(), books.now()));
    return Optional.empty();
  }

  private Optional<String> refused(String sku, String message) {
    books.effects().refused("stock of " + sku + ": " + message);
    return Optional.of(message);
  }

  private static Map<String, Object> issue(String message) {
    return Map.of(
        "code", "90220", "message", message, "severity", "ERROR", "categories", List.of());
  }
}
