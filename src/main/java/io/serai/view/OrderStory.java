package io.serai.view;

import io.serai.backorder.EtaSource;
import io.serai.channel.Carriers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that the hub knows of one order.
 *
 * @param happened the oldest first
 */
public record OrderStory(
    Head head,
    List<Line> lines,
    List<Shipment> shipments,
    List<Wait> waits,
    List<Paper> documents,
    List<Sent> deliveries,
    List<Notice> alerts,
    List<Event> happened) {

  /**
   * Who ordered what where.
   *
   * @param address its parts that are not empty, from the street to the country
   */
  public record Head(
      long id,
      String channel,
      String number,
      String currency,
      Instant placedAt,
      Instant receivedAt,
      Optional<Instant> endedAt,
      Optional<String> holdReason,
      boolean waitsWhole,
      String customer,
      String email,
      String phone,
      List<String> address) {}

  /** A line, with its units in the seven places of the balance. */
  public record Line(
      String line,
      String sku,
      String title,
      BigDecimal unitPrice,
      int ordered,
      int held,
      int planned,
      int sent,
      int acknowledged,
      int shipped,
      int backordered,
      int cancelled,
      Optional<String> holdReason) {}

  /** What one supplier ships. */
  public record Shipment(Asked asked, List<Part> parts, List<Parcel> parcels) {}

  /** A purchase order. */
  public record Asked(
      long id,
      String supplier,
      String poNumber,
      String state,
      Instant createdAt,
      Optional<Instant> sentAt,
      Optional<Instant> answerBy) {}

  /**
   * Units of a line that a supplier was asked for.
   *
   * @param open neither shipped nor given back
   * @param expectedAt when the supplier says it will ship
   */
  public record Part(
      long shipmentId,
      String line,
      String sku,
      int promised,
      int open,
      int acknowledged,
      int shipped,
      int released,
      Optional<LocalDate> expectedAt) {}

  /** A parcel. */
  public record Parcel(
      long shipmentId, String carrier, List<String> tracking, Instant shippedAt, int units) {
    /** A number by which a parcel is followed, and where; the link may be empty. */
    public record Followed(String number, String link) {}

    /** Its numbers, each with the page that follows it. */
    public List<Followed> followed() {
      return tracking.stream()
          .map(number -> new Followed(number, Carriers.link(carrier, number)))
          .toList();
    }

    /** The carrier's name. */
    public String carrierName() {
      return Carriers.name(carrier);
    }
  }

  /**
   * Units that wait.
   *
   * @param place of all that wait for the SKU, counted from 1
   */
  public record Wait(
      String line,
      String sku,
      int quantity,
      int place,
      Optional<String> supplier,
      Optional<LocalDate> eta,
      String etaSource,
      Instant notifyAt,
      Optional<Instant> notifiedAt,
      Instant cancelAt) {
    /** On whose word the estimate rests. */
    public String etaTold() {
      return EtaSource.of(etaSource).told();
    }
  }

  /** A document of the order. */
  public record Paper(
      long id, String kind, String account, String name, String status, Instant at) {}

  /** A delivery of the order. */
  public record Sent(
      long id,
      String kind,
      String account,
      String template,
      String state,
      int attempts,
      Instant at,
      Optional<Instant> doneAt,
      Optional<String> fault) {
    /** Whether it may be sent once more, or again after its failure. */
    public boolean canBeSent() {
      return state.equals("quarantined")
          || state.equals("done") && List.of("mail", "sms", "purchase-order").contains(kind);
    }
  }

  /** An alert that nobody has seen to yet. */
  public record Notice(long id, Instant at, String text) {}

  /** One thing that happened. */
  public record Event(Instant at, String what, String text) {}
}
