package io.serai.edi.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells what has shipped: 856, DESADV.
 *
 * @param shippedAt when it left; at the start of its day where only a day is given
 * @param carrier SCAC, or as it was written; may be empty
 * @param tracking numbers of the whole shipment
 */
public record ShipNotice(
    String number,
    String purpose,
    Instant shippedAt,
    Optional<LocalDate> expected,
    String carrier,
    List<String> tracking,
    List<Reference> references,
    List<Party> parties,
    List<Container> containers,
    List<Item> items)
    implements EdiDocument {

  /**
   * A pallet or a carton.
   *
   * @param id by which items and other containers name it: HL01, or CPS01
   * @param parent the container it stands on or in; empty: none
   * @param type {@code pallet}, {@code carton}
   * @param sscc its serial shipping container code; may be empty
   * @param tracking the carrier's numbers of it
   */
  public record Container(
      String id, String parent, String type, String sscc, List<String> tracking) {}

  /**
   * Units of one line in one container.
   *
   * @param place where it stands, for messages
   * @param poNumber empty where the notice does not say
   * @param line of the purchase order; empty where the notice does not say
   * @param container empty: in none
   * @param carrier where it differs from the shipment's
   * @param tracking numbers that stand with the item or with its purchase order
   */
  public record Item(
      String place,
      String poNumber,
      String line,
      List<Product> products,
      BigDecimal quantity,
      String unit,
      String container,
      String carrier,
      List<String> tracking) {}

  @Override
  public String kind() {
    return "shipNotice";
  }
}
