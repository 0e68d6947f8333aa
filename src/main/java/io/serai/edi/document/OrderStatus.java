package io.serai.edi.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells how far orders are: 870. */
public record OrderStatus(
    String number, LocalDate date, List<Reference> references, List<Order> orders)
    implements EdiDocument {

  /** A purchase order and its lines; the statuses are those of the whole. */
  public record Order(String poNumber, List<Status> statuses, List<Line> lines) {}

  /**
   * How far it is.
   *
   * @param code ISR01, as it was written
   * @param meaning {@code accepted}, {@code inProcess}, {@code backordered}, {@code shipped},
   *     {@code cancelled}, {@code held}, {@code partial}
   */
  public record Status(String code, String meaning, Optional<LocalDate> date) {}

  /**
   * A line.
   *
   * @param place where it stands, for messages
   */
  public record Line(
      String place,
      String number,
      List<Product> products,
      BigDecimal quantity,
      String unit,
      List<Status> statuses) {}

  @Override
  public String kind() {
    return "orderStatus";
  }
}
