package io.serai.sandbox.paper;

import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.SupplierAnswer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a supplier has to say since its last files. */
public record News(List<Answer> answers, List<Parcel> parcels, List<Stock> stock) {
  /** Copies all, so that they cannot change. */
  public News {
    answers = List.copyOf(answers);
    parcels = List.copyOf(parcels);
    stock = List.copyOf(stock);
  }

  /**
   * What it says of some units of a line.
   *
   * @param restock when there will be more of what it has not
   * @param reason in words; may be empty
   */
  public record Answer(SupplierAnswer said, Optional<LocalDate> restock, String reason) {}

  /**
   * What it has of an item.
   *
   * @param sku its own code
   * @param onHand with what is promised and has not left
   */
  public record Stock(
      String sku, int onHand, BigDecimal unitCost, int leadDays, Optional<Restock> restock) {}

  /** Units that come in. */
  public record Restock(LocalDate date, int quantity) {}
}
