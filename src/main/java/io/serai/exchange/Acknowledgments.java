package io.serai.exchange;

import io.serai.document.Document;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.Answer;
import io.serai.recall.RecallRequest;
import io.serai.recall.Recalls;
import io.serai.shipment.Shipment;
import io.serai.stock.Reservation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/**
 * Applies a supplier's answers to purchase orders. What it accepts is acknowledged, with the date
 * on which it will ship. What it will not ship, or only too late, is taken back and planned anew; a
 * supplier that has rejected a line is not asked for it again.
 */
public final class Acknowledgments {
  private final Books books;
  private final Codes codes;
  private final TakingBack takingBack;
  private final Recalls recalls;
  private final ZoneId zone;

  /**
   * The answers of this hub's suppliers.
   *
   * @param zone in which their ship dates are compared with the day of the purchase order
   */
  public Acknowledgments(
      Books books, Codes codes, TakingBack takingBack, Recalls recalls, ZoneId zone) {
    this.books = books;
    this.codes = codes;
    this.takingBack = takingBack;
    this.recalls = recalls;
    this.zone = zone;
  }

  /** Applies a file; lines that cannot be are quarantined one by one. */
  public void apply(Handle handle, Document file, SupplierFile.Acknowledgment acknowledgment) {
    Answered answered =
        Answered.lock(
            handle,
            books.orders(),
            books.shipments(),
            books.ledger(),
            file.account(),
            acknowledgment.lines().stream().map(AcknowledgedLine::poNumber).toList());
    AnswerOutcome outcome = new AnswerOutcome();
    for (AcknowledgedLine line : acknowledgment.lines()) {
      apply(handle, file, line, answered, outcome);
    }
    books.ledger().acknowledge(handle, outcome.confirmed());
    books.orders().shift(handle, outcome.shifts());
    books.timeline().write(handle, outcome.entries());
    books.alerts().raise(handle, outcome.alerts());
    takingBack.takeBack(handle, outcome.given());
    recalls.request(handle, outcome.recalls());
    books.shipments().closeWhereDone(handle, answered.shipmentIds());
  }

  private void apply(
      Handle handle,
      Document file,
      AcknowledgedLine line,
      Answered answered,
      AnswerOutcome outcome) {
    Reservation asked = answered.line(line.poNumber(), line.line()).orElse(null);
    if (asked == null || !codes.names(line.code(), asked)) {
      quarantine(
          handle,
          file,
          line,
          "supplier "
              + file.account()
              + " answers purchase order "
              + line.poNumber()
              + ", line "
              + line.line()
              + " ("
              + line.code()
              + "), which was never asked of it",
          "Ask the supplier which purchase order and line it means; nothing was changed for this line.");
      return;
    }
    Shipment shipment = answered.shipment(line.poNumber()).orElseThrow();
    Reservation before = answered.before(asked);
    Optional<LocalDate> shipDate = line.shipDate().or(line::restockDate);
    boolean accepts = line.answer() == Answer.ACCEPTED;
    boolean tooLate = accepts && shipDate.filter(date -> isTooLate(shipment, date)).isPresent();
    Verdict verdict =
        accepts && !tooLate
            ? Verdict.accepting(asked, line.quantity())
            : Verdict.refusing(asked, before, line.quantity());
    if (verdict.excess() > 0) {
      quarantineExcess(handle, file, line, asked);
    }
    if (accepts && !tooLate) {
      outcome.accepted(shipment, asked, verdict);
      shipDate
          .filter(date -> books.ledger().expectParcel(handle, asked.id(), date))
          .ifPresent(date -> outcome.dated(shipment, asked, line.quantity(), date));
    } else if (verdict.given() > 0) {
      outcome.refused(shipment, asked, verdict, line, tooLate ? shipDate : Optional.empty());
      recallLate(shipment, asked, verdict, tooLate, outcome);
    } else if (!accepts && confirmsRecall(handle, asked)) {
      outcome.stopped(shipment, asked);
    }
    answered.now(line.poNumber(), after(asked, verdict));
  }

  private boolean confirmsRecall(Handle handle, Reservation asked) {
    return !books.recalls().settleTakenBack(handle, List.of(asked.id())).isEmpty();
  }

  // A supplier that would ship too late might ship all the same, when the units are another's.
  private void recallLate(
      Shipment shipment,
      Reservation asked,
      Verdict verdict,
      boolean tooLate,
      AnswerOutcome outcome) {
    int another = verdict.given() - Math.min(verdict.given(), asked.recalled());
    if (tooLate && another > 0) {
      outcome.recall(
          new RecallRequest(shipment, asked, another, true, false, "your ship date is too late"));
    }
  }

  private static Reservation after(Reservation asked, Verdict verdict) {
    return asked.confirming(verdict.accepted()).releasing(verdict.given(), verdict.withdrawn());
  }

  private boolean isTooLate(Shipment shipment, LocalDate shipDate) {
    OptionalInt latest = codes.suppliers().get(shipment.supplier()).answering().latestDays();
    return latest.isPresent()
        && shipment
            .sentAt()
            .map(at -> LocalDate.ofInstant(at, zone).plusDays(latest.getAsInt()))
            .filter(shipDate::isAfter)
            .isPresent();
  }

  private void quarantineExcess(
      Handle handle, Document file, AcknowledgedLine line, Reservation asked) {
    quarantine(
        handle,
        file,
        line,
        "answers " + line.quantity() + " units where " + asked.unanswered() + " were open",
        "Compare with purchase order "
            + line.poNumber()
            + "; the open units were answered, the rest was left.");
  }

  private void quarantine(
      Handle handle, Document file, AcknowledgedLine line, String fault, String cure) {
    FilePart.quarantine(
        handle, books.documents(), file, line.place(), line.toString(), fault, cure);
  }
}
