package io.serai.sandbox.amazon;

import static io.serai.sandbox.amazon.AmazonComplaints.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.RestReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Amazon does with a feed, and says of it: stock as JSON, cancellations as XML. */
final class FeedWork {
  private static final Pattern ORDER = Pattern.compile("<AmazonOrderID>([^<]*)</AmazonOrderID>");
  private static final String NO_INVENTORY = "<CancelReason>NoInventory</CancelReason>";

  private final AmazonBooks books;
  private final Listings listings;

  FeedWork(AmazonBooks books, Listings listings) {
    this.books = books;
    this.listings = listings;
  }

  /** Works a feed off; its report. */
  String report(String feed, String type, byte[] content) {
    return switch (type) {
      case "JSON_LISTINGS_FEED" -> listings(feed, content);
      case "POST_ORDER_ACKNOWLEDGEMENT_DATA" ->
          acknowledgement(new String(content, StandardCharsets.UTF_8));
      default -> throw invalid("Feed type " + type + " is not known here.");
    };
  }

  private String listings(String feed, byte[] content) {
    ObjectNode report = RestReply.JSON.createObjectNode();
    report
        .putObject("header")
        .put("sellerId", AmazonBooks.SELLER)
        .put("version", "2.0")
        .put("feedId", feed);
    ArrayNode issues = report.putArray("issues");
    int messages = 0;
    for (JsonNode message : read(content).path("messages")) {
      messages++;
      wrong(message).ifPresent(why -> issues.add(issue(message, why)));
    }
    report
        .putObject("summary")
        .put("errors", issues.size())
        .put("warnings", 0)
        .put("messagesProcessed", messages)
        .put("messagesAccepted", messages - issues.size())
        .put("messagesInvalid", issues.size());
    return report.toString();
  }

  private Optional<String> wrong(JsonNode message) {
    String sku = message.path("sku").asText("");
    return books.lists(sku)
        ? listings.apply(sku, message)
        : Optional.of("SKU '" + sku + "' does not exist");
  }

  private static ObjectNode issue(JsonNode message, String why) {
    return RestReply.JSON
        .createObjectNode()
        .put("messageId", message.path("messageId").asInt())
        .put("sku", message.path("sku").asText())
        .put("code", "90220")
        .put("severity", "ERROR")
        .put("message", why);
  }

  private String acknowledgement(String xml) {
    Matcher order = ORDER.matcher(xml);
    if (!order.find() || !xml.contains("<StatusCode>Failure</StatusCode>")) {
      return result("Error", "The feed holds no order that is to fail.");
    }
    String why = xml.contains(NO_INVENTORY) ? "NoInventory" : "no reason";
    Optional<String> wrong = new OrderCancellation(books).cancel(order.group(1), why);
    wrong.ifPresent(text -> books.effects().refused("cancellation feed: " + text));
    return wrong.map(text -> result("Error", text)).orElseGet(() -> result("Success", ""));
  }

  private static String result(String code, String text) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<AmazonEnvelope><Message><ProcessingReport>"
        + "<StatusCode>Complete</StatusCode><Result><MessageID>1</MessageID><ResultCode>"
        + code
        + "</ResultCode><ResultDescription>"
        + text
        + "</ResultDescription></Result></ProcessingReport></Message></AmazonEnvelope>";
  }

  private static JsonNode read(byte[] content) {
    try {
      return RestReply.JSON.readTree(content);
    } catch (IOException e) {
      throw invalid("The feed is not JSON.");
    }
  }
}
