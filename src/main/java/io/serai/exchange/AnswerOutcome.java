package io.serai.exchange;

import io.serai.alert.Alert;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.Answer;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.recall.RecallRequest;
import io.serai.shipment.Shipment;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the lines of one acknowledgment have come to, to be written at once. */
final class AnswerOutcome {
  private final Set<Long> spokenOf = new TreeSet<>();
  private final Set<Long> heldNow = new TreeSet<>();
  private final List<Shift> shifts = new ArrayList<>();
  private final List<Settled> confirmed = new ArrayList<>();
  private final List<TakingBack.Units> given = new ArrayList<>();
  private final List<TakingBack.Expected> expected = new ArrayList<>();
  private final List<RecallRequest> recalls = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();

  List<Shift> shifts() {
    return shifts;
  }

  List<Settled> confirmed() {
    return confirmed;
  }

  List<TakingBack.Units> given() {
    return given;
  }

  List<TakingBack.Expected> expected() {
    return expected;
  }

  List<RecallRequest> recalls() {
    return recalls;
  }

  List<Entry> entries() {
    return entries;
  }

  List<Alert> alerts() {
    return alerts;
  }

  /** The supplier has said of a line what it will do. */
  void speaksOf(Reservation asked) {
    spokenOf.add(asked.id());
  }

  /** The supplier has said that it cannot say yet of some units of a line. */
  void holds(Reservation asked) {
    heldNow.add(asked.id());
  }

  /** The lines of which it has said what it will do, with all of their units. */
  Set<Long> spokenOf() {
    Set<Long> settled = new TreeSet<>(spokenOf);
    settled.removeAll(heldNow);
    return settled;
  }

  /** Units are confirmed; those that had been given up are not, and somebody is told. */
  void accepted(Shipment shipment, Reservation asked, Verdict verdict) {
    if (verdict.accepted() > 0) {
      confirmed.add(new Settled(asked, verdict.accepted()));
      shifts.add(
          new Shift(asked.orderLineId(), Place.SENT, Place.ACKNOWLEDGED, verdict.accepted()));
    }
    if (verdict.tooLate() > 0) {
      acceptedTooLate(shipment, asked, verdict.tooLate());
    }
  }

  /** The supplier has named the day on which confirmed units will leave. */
  void dated(Shipment shipment, Reservation asked, int units, LocalDate date) {
    entries.add(
        new Entry(
            shipment.orderId(),
            "acknowledged",
            asked.supplier()
                + " will ship "
                + units
                + " units of "
                + asked.sku()
                + " on "
                + date
                + "."));
  }

  /**
   * Units will not be shipped.
   *
   * @param lateDate the ship date that is too late, where that is the reason
   */
  void refused(
      Shipment shipment,
      Reservation asked,
      Verdict verdict,
      AcknowledgedLine line,
      Optional<LocalDate> lateDate) {
    int recalled = Math.min(verdict.given(), asked.recalled());
    boolean ownDoing = verdict.given() > recalled && lateDate.isEmpty();
    given.add(
        new TakingBack.Units(
            shipment,
            asked,
            verdict.given(),
            verdict.withdrawn(),
            ownDoing,
            ownDoing ? line.restockDate() : Optional.empty(),
            verdict.given() > recalled && line.answer() != Answer.BACKORDERED));
    if (recalled > 0) {
      entries.add(new Entry(shipment.orderId(), "recalled", stopped(asked, recalled)));
    }
    if (verdict.given() > recalled) {
      int units = verdict.given() - recalled;
      entries.add(
          new Entry(shipment.orderId(), "backordered", refusal(asked, units, line, lateDate)));
    }
  }

  /** The supplier names another day for units that it has refused before. */
  void expected(Shipment shipment, Reservation asked, LocalDate date) {
    expected.add(new TakingBack.Expected(asked.sku(), asked.supplier(), date));
    entries.add(
        new Entry(
            shipment.orderId(),
            "backordered",
            asked.supplier() + " expects more of " + asked.sku() + " on " + date + "."));
  }

  /** The supplier says neither yes nor no. */
  void held(Shipment shipment, Reservation asked, AcknowledgedLine line) {
    String reason = line.reason().isEmpty() ? "" : ": " + line.reason();
    String text =
        "%s holds %d units of %s on purchase order %s, line %d%s."
            .formatted(
                asked.supplier(),
                line.quantity(),
                asked.sku(),
                shipment.poNumber(),
                asked.lineNumber(),
                reason);
    entries.add(new Entry(shipment.orderId(), "acknowledged", text));
    alerts.add(
        new Alert(
            "held-by-supplier",
            "held-by-supplier:" + shipment.poNumber() + "/" + asked.lineNumber(),
            Optional.of(shipment.orderId()),
            text
                + " Nothing is taken back. Ask the supplier what it needs, and let it accept or reject them."));
  }

  /** The supplier will send another product, which may be. */
  void sendsInstead(Shipment shipment, Reservation asked, int units, String sku) {
    entries.add(
        new Entry(
            shipment.orderId(),
            "acknowledged",
            "%s will send %d units of %s in the place of %s."
                .formatted(asked.supplier(), units, sku, asked.sku())));
  }

  /** The supplier confirms that units which were taken back from it do not ship. */
  void stopped(Shipment shipment, Reservation asked) {
    entries.add(
        new Entry(
            shipment.orderId(),
            "recalled",
            asked.supplier()
                + " does not ship what was recalled of "
                + asked.sku()
                + " on purchase order "
                + shipment.poNumber()
                + "."));
  }

  /** The supplier is asked not to ship units. */
  void recall(RecallRequest request) {
    recalls.add(request);
  }

  private static String stopped(Reservation asked, int units) {
    return asked.supplier() + " has stopped " + units + " units of " + asked.sku() + ".";
  }

  private static String refusal(
      Reservation asked, int units, AcknowledgedLine line, Optional<LocalDate> lateDate) {
    String reason = line.reason().isEmpty() ? "." : ": " + line.reason() + ".";
    String what = units + " units of " + asked.sku();
    if (lateDate.isPresent()) {
      return asked.supplier()
          + " would ship "
          + what
          + " on "
          + lateDate.get()
          + " only, which is too late"
          + reason;
    }
    String answer =
        switch (line.answer()) {
          case REJECTED -> " rejects ";
          case CANCELLED -> " has cancelled ";
          default -> " cannot ship now ";
        };
    return asked.supplier() + answer + what + reason;
  }

  private void acceptedTooLate(Shipment shipment, Reservation asked, int units) {
    String text =
        asked.supplier()
            + " accepts "
            + units
            + " units of "
            + asked.sku()
            + " on purchase order "
            + shipment.poNumber()
            + ", line "
            + asked.lineNumber()
            + ", that it had refused or that were taken back from it. ";
    entries.add(new Entry(shipment.orderId(), "acknowledged", text + "Nothing is changed by it."));
    alerts.add(
        new Alert(
            "accepted-too-late",
            "accepted-too-late:" + shipment.poNumber() + "/" + asked.lineNumber(),
            Optional.of(shipment.orderId()),
            text
                + "They may be ordered from another by now: tell it not to ship them, or they ship twice."));
  }
}
