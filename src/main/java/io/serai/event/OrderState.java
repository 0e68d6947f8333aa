package io.serai.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An order as far as others are told of it. Times are ISO 8601 in UTC, dates without a time; what
 * is not known is null, as in the JSON that this is read from and written to.
 *
 * @param address a digest by which a change of the address is seen
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record OrderState(
    String channel,
    String number,
    String externalId,
    String currency,
    String country,
    String placedAt,
    String receivedAt,
    String endedAt,
    boolean onHold,
    String address,
    List<Line> lines,
    List<Shipment> shipments,
    List<Wait> backorders) {

  /**
   * A line; its units in the places of the balance.
   *
   * @param unitPrice a decimal number
   */
  record Line(
      String line,
      String sku,
      String unitPrice,
      int ordered,
      int held,
      int planned,
      int sent,
      int acknowledged,
      int shipped,
      int backordered,
      int cancelled) {}

  /** What one supplier is asked for, once requestedAt is there. */
  record Shipment(
      String poNumber,
      String supplier,
      String requestedAt,
      List<Promise> lines,
      List<Parcel> packages) {

    Map<Integer, Promise> byNumber() {
      return lines.stream().collect(Collectors.toMap(Promise::poLine, Function.identity()));
    }
  }

  /**
   * Units of a line in a shipment.
   *
   * @param poLine the number of the line in the purchase order
   * @param open not shipped yet and still expected
   * @param released units that will not come with this shipment
   */
  record Promise(
      int poLine,
      String line,
      String sku,
      int quantity,
      int open,
      int acknowledged,
      int shipped,
      int released) {}

  /** A package on its way. */
  record Parcel(
      String reference, String carrier, String tracking, String shippedAt, List<Content> lines) {}

  /** Units of a line, in a package or a change. */
  record Content(String line, String sku, int quantity) {}

  /**
   * Units that wait.
   *
   * @param quantity those that wait now
   * @param expectedOn a date, or null
   */
  record Wait(
      long id,
      String line,
      String sku,
      int quantity,
      String supplier,
      String expectedOn,
      int released,
      int cancelled) {}

  /** Whether anything of it is held. */
  boolean isHeld() {
    return onHold || lines.stream().anyMatch(line -> line.held() > 0);
  }

  boolean hasEnded() {
    return endedAt != null;
  }

  /** {@code open}, {@code completed}, or {@code cancelled} when nothing of it has shipped. */
  String status() {
    boolean shipped = lines.stream().anyMatch(line -> line.shipped() > 0);
    return hasEnded() ? (shipped ? "completed" : "cancelled") : "open";
  }

  Optional<Shipment> shipment(String poNumber) {
    return shipments.stream().filter(each -> each.poNumber().equals(poNumber)).findFirst();
  }

  Optional<Wait> backorder(long id) {
    return backorders.stream().filter(each -> each.id() == id).findFirst();
  }

  Optional<Line> line(String name) {
    return lines.stream().filter(each -> each.line().equals(name)).findFirst();
  }
}
