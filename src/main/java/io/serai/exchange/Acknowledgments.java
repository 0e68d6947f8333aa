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
  private final HeldLines held;
  private final MisplacedAnswers misplaced;
  private final ZoneId zone;

  /**
   * The answers of this hub's suppliers.
   *
   * @param zone in which their ship dates are compared with the day of the purchase order
   */
  public Acknowledgments(
      Books books,
      Codes codes,
      TakingBack takingBack,
      Recalls recalls,
      HeldLines held,
      ZoneId zone) {
    this.books = books;
    this.codes = codes;
    this.takingBack = takingBack;
    this.recalls = recalls;
    this.held = held;
    this.misplaced = new MisplacedAnswers(books.documents(), codes);
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
    AnsweredPrices prices = new AnsweredPrices(handle, codes.suppliers(), acknowledgment, answered);
    for (AcknowledgedLine line : acknowledgment.lines()) {
      apply(handle, file, line, answered, outcome, prices);
    }
    held.lift(handle, outcome.spokenOf());
    books.ledger().acknowledge(handle, outcome.confirmed());
    books.orders().shift(handle, outcome.shifts());
    books.timeline().write(handle, outcome.entries());
    books.timeline().write(handle, prices.entries());
    books.alerts().raise(handle, outcome.alerts());
    books.alerts().raise(handle, prices.alerts());
    takingBack.takeBack(handle, outcome.given(), outcome.expected());
    recalls.request(handle, outcome.recalls());
    books.shipments().closeWhereDone(handle, answered.shipmentIds());
  }

  private void apply(
      Handle handle,
      Document file,
      AcknowledgedLine line,
      Answered answered,
      AnswerOutcome outcome,
      AnsweredPrices prices) {
    Reservation asked = answered.line(line.poNumber(), line.line()).orElse(null);
    if (asked == null || !codes.names(line.code(), asked) || !codes.names(line.sends(), asked)) {
      misplaced.unasked(handle, file, line, Optional.ofNullable(asked));
      return;
    }
    Shipment shipment = answered.shipment(line.poNumber()).orElseThrow();
    if (line.answer() == Answer.HELD) {
      hold(handle, shipment, asked, line, outcome);
      return;
    }
    outcome.speaksOf(asked);
    Optional<LocalDate> shipDate = line.shipDate().or(line::restockDate);
    boolean accepts = line.answer() == Answer.ACCEPTED;
    boolean tooLate = accepts && shipDate.filter(date -> isTooLate(shipment, date)).isPresent();
    if (accepts && !tooLate) {
      Verdict verdict = Verdict.accepting(asked, line.quantity());
      accept(handle, shipment, asked, verdict, line, outcome);
      prices.take(handle, shipment, asked, line);
      conclude(handle, file, line, asked, verdict, answered);
    } else {
      Verdict verdict = Verdict.refusing(asked, answered.before(asked), line.quantity());
      refuse(handle, shipment, asked, verdict, line, tooLate, outcome);
      conclude(handle, file, line, asked, verdict, answered);
    }
  }

  private void hold(
      Handle handle,
      Shipment shipment,
      Reservation asked,
      AcknowledgedLine line,
      AnswerOutcome outcome) {
    if (asked.unanswered() > 0) {
      outcome.holds(asked);
      if (held.hold(handle, asked.id())) {
        outcome.held(shipment, asked, line);
      }
    }
  }

  private void accept(
      Handle handle,
      Shipment shipment,
      Reservation asked,
      Verdict verdict,
      AcknowledgedLine line,
      AnswerOutcome outcome) {
    outcome.accepted(shipment, asked, verdict);
    if (verdict.accepted() > 0 && !codes.isAsked(line.sends(), asked)) {
      outcome.sendsInstead(shipment, asked, verdict.accepted(), codes.sku(line.sends(), asked));
    }
    line.shipDate()
        .or(line::restockDate)
        .filter(date -> books.ledger().expectParcel(handle, asked.id(), date))
        .ifPresent(date -> outcome.dated(shipment, asked, line.quantity(), date));
  }

  private void refuse(
      Handle handle,
      Shipment shipment,
      Reservation asked,
      Verdict verdict,
      AcknowledgedLine line,
      boolean tooLate,
      AnswerOutcome outcome) {
    if (verdict.given() > 0) {
      outcome.refused(
          shipment,
          asked,
          verdict,
          line,
          tooLate ? line.shipDate().or(line::restockDate) : Optional.empty());
      recallLate(shipment, asked, verdict, tooLate, outcome);
    } else if (!tooLate && confirmsRecall(handle, asked)) {
      outcome.stopped(shipment, asked);
    } else if (line.answer() == Answer.BACKORDERED && asked.released() > 0) {
      line.restockDate()
          .filter(date -> isNews(handle, asked, date))
          .ifPresent(date -> outcome.expected(shipment, asked, date));
    }
  }

  // The same answer again names the same day; what has come meanwhile waits for none.
  private boolean isNews(Handle handle, Reservation asked, LocalDate date) {
    return books
        .ledger()
        .look(handle, List.of(asked.sku()))
        .getOrDefault(asked.sku(), List.of())
        .stream()
        .filter(offer -> offer.supplier().equals(asked.supplier()) && offer.free() <= 0)
        .anyMatch(offer -> !offer.restockDate().equals(Optional.of(date)));
  }

  private void conclude(
      Handle handle,
      Document file,
      AcknowledgedLine line,
      Reservation asked,
      Verdict verdict,
      Answered answered) {
    if (verdict.excess() > 0) {
      misplaced.tooMany(handle, file, line, asked);
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
}
