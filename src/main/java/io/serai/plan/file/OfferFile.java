package io.serai.plan.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.plan.Offer;
import io.serai.plan.Restock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Offers as JSON, an array or one object after the other: {@code supplier} and {@code sku}; what
 * else is missing counts as 0, and a missing {@code restock} as none.
 */
public final class OfferFile {
  private static final List<String> KNOWN =
      List.of("supplier", "sku", "quantity", "cost", "leadDays", "handlingFee", "rank", "restock");

  private OfferFile() {}

  /**
   * Reads the offers.
   *
   * @throws InputFault with the line of the first fault
   */
  public static List<Offer> read(Path path) {
    TreeFile file = TreeFile.json(path);
    List<JsonNode> values = file.values();
    List<Offer> offers = new ArrayList<>(values.size());
    Set<List<String>> seen = new HashSet<>();
    for (JsonNode value : values) {
      Fields fields = new Fields(file, offers.size(), "", value);
      Offer offer = offer(fields);
      if (!seen.add(List.of(offer.supplier(), offer.sku()))) {
        throw fields.fault(
            "sku",
            "supplier "
                + offer.supplier()
                + " offers SKU "
                + offer.sku()
                + " a second time; give one offer for each supplier and SKU");
      }
      offers.add(offer);
    }
    return offers;
  }

  private static Offer offer(Fields fields) {
    fields.onlyKnown(KNOWN);
    return new Offer(
        fields.text("supplier"),
        fields.text("sku"),
        fields.whole("quantity", 0, 0),
        fields.amount("cost"),
        fields.whole("leadDays", 0, 0),
        fields.amount("handlingFee"),
        fields.whole("rank", 0, 0),
        fields.has("restock") ? Optional.of(restock(fields.object("restock"))) : Optional.empty());
  }

  private static Restock restock(Fields fields) {
    fields.onlyKnown(List.of("date", "quantity"));
    return new Restock(fields.date("date"), fields.whole("quantity", 0, 0));
  }
}
