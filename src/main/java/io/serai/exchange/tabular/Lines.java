package io.serai.exchange.tabular;

import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.Answer;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.stock.StockAdviceLine;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What rows mean, whether commas or positions part their columns. */
public final class Lines {
  /** The words of the column {@code status}. */
  public static final List<String> ANSWERS =
      List.of("accepted", "rejected", "backordered", "cancelled", "held");

  private final Function<String, String> skuOf;

  Lines(Function<String, String> skuOf) {
    this.skuOf = skuOf;
  }

  AcknowledgedLine acknowledged(Row row) {
    return new AcknowledgedLine(
        row.place(),
        row.required("po_number"),
        row.units("line"),
        row.required("sku"),
        row.units("quantity"),
        answer(row),
        row.dateIfAny("restock_date"),
        row.dateIfAny("ship_date"),
        row.text("reason"),
        row.amountIfAny("unit_cost"),
        row.textIfAny("substitute"));
  }

  NoticedLine noticed(Row row) {
    return new NoticedLine(
        row.place(),
        row.required("po_number"),
        row.units("line"),
        row.required("sku"),
        row.units("quantity"),
        row.required("carrier"),
        trackingNumbers(row),
        row.instant("shipped_at"),
        row.text("package"),
        row.text("sscc"));
  }

  private static List<String> trackingNumbers(Row row) {
    Stream<String> more =
        Pattern.compile("[|]").splitAsStream(row.text("more_tracking_numbers")).map(String::strip);
    return Stream.concat(Stream.of(row.required("tracking_number")), more)
        .filter(number -> !number.isEmpty())
        .distinct()
        .toList();
  }

  StockAdviceLine stocked(Row row) {
    return new StockAdviceLine(
        skuOf.apply(row.required("sku")),
        row.units("quantity"),
        row.amountIfAny("unit_cost"),
        row.unitsIfAny("lead_days"),
        row.dateIfAny("restock_date"),
        row.unitsIfAny("restock_quantity"));
  }

  private static Answer answer(Row row) {
    String status = row.required("status");
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "accepted" -> Answer.ACCEPTED;
      case "rejected" -> Answer.REJECTED;
      case "backordered" -> Answer.BACKORDERED;
      case "cancelled" -> Answer.CANCELLED;
      case "held" -> Answer.HELD;
      default ->
          throw row.refused(
              "status",
              status,
              "is no answer we know",
              "It is one of " + String.join(", ", ANSWERS) + ".");
    };
  }
}
