package io.serai.sandbox.ebay;

import static io.serai.sandbox.ebay.EbayRefusal.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.world.Cancellation;
import io.serai.sandbox.world.ChannelEffects;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Money goes back to the buyer, for units that will not come. */
final class Refunding {
  private static final int TOO_MUCH = 34924;
  private static final Set<String> REASONS =
      Set.of(
          "BUYER_CANCEL",
          "SELLER_CANCEL",
          "ITEM_NOT_RECEIVED",
          "BUYER_RETURN",
          "ITEM_NOT_AS_DESCRIBED",
          "OTHER_ADJUSTMENT",
          "SHIPPING_DISCOUNT");

  private final EbayBooks books;
  private final ChannelEffects effects;

  Refunding(EbayBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  /** Refunds by line item, and returns the refund's id. */
  String run(EbayOrder order, JsonNode body) {
    String reason = body.path("reasonForRefund").asText("");
    expect(REASONS.contains(reason), 34903, "The refund reason must be specified.");
    expect(body.path("comment").asText("").length() <= 1000, 34921, "The comment is too long.");
    expect(order.cancel() != EbayOrder.Cancel.CANCELED, 34917, "This order was already refunded.");
    Map<EbayLine, BigDecimal> amounts = new LinkedHashMap<>();
    for (JsonNode item : body.path("refundItems")) {
      EbayLine line =
          order
              .line(item.path("lineItemId").asText())
              .orElseThrow(() -> new EbayRefusal(400, 34914, "Can't find the item in the order."));
      amounts.merge(line, amount(order, item.path("refundAmount")), BigDecimal::add);
    }
    expect(!amounts.isEmpty(), 34905, "refundItems must be specified.");
    amounts.forEach((line, amount) -> check(line, amount));
    return refund(order, body.path("comment").asText(""), amounts);
  }

  private static void check(EbayLine line, BigDecimal amount) {
    if (amount.compareTo(line.kept()) > 0) {
      throw new EbayRefusal(
          409, TOO_MUCH, "The item refund amount exceeds the item remaining amount.");
    }
  }

  private static BigDecimal amount(EbayOrder order, JsonNode amount) {
    String value = amount.path("value").asText("");
    expect(!value.isEmpty(), 34906, "The amount value must be specified.");
    expect(
        order.sold().currency().equals(amount.path("currency").asText()),
        34909,
        "The amount currency isn't correct.");
    int decimals = Currency.getInstance(order.sold().currency()).getDefaultFractionDigits();
    expect(
        value.matches(decimals == 0 ? "[0-9]+" : "[0-9]+(\\.[0-9]{1,2})?")
            && new BigDecimal(value).signum() > 0,
        34907,
        "The amount value must be positive and within the decimals of its currency.");
    return new BigDecimal(value);
  }

  private String refund(EbayOrder order, String comment, Map<EbayLine, BigDecimal> amounts) {
    String id = books.nextId();
    Map<String, Integer> units = new LinkedHashMap<>();
    amounts.forEach(
        (line, amount) -> {
          line.refund(new EbayLine.Refund(id, amount));
          units.put(line.id(), units(line, amount));
        });
    order.touch(books.now());
    effects.cancelled(new Cancellation("ebay-refund-" + id, order.id(), comment, units));
    return id;
  }

  /** A refund names money alone; this is how many units it is for, at the least. */
  private static int units(EbayLine line, BigDecimal amount) {
    BigDecimal smallest = BigDecimal.ONE.movePointLeft(line.sold().unitPrice().scale());
    return amount.add(smallest).divide(line.sold().unitPrice(), 0, RoundingMode.DOWN).intValue();
  }
}
