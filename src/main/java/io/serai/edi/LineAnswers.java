package io.serai.edi;

import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Scheduled;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What several answers to one line come to, unit by unit. One with a quantity speaks of so many
 * units; one without speaks of the rest, or says only what has changed on the accepted ones. Units
 * that nobody speaks of stay unanswered.
 */
final class LineAnswers {
  private final SupplierFiles files;
  private final Acknowledgment document;
  private final Acknowledgment.Line line;
  private final OrderLine ordered;
  private final Optional<BigDecimal> price;
  private final List<AcknowledgedLine> said = new ArrayList<>();
  private int left;
  private Optional<Answer> rest = Optional.empty();
  private SupplierFile.Answer restMeans = SupplierFile.Answer.ACCEPTED;
  private Optional<LocalDate> changedDate = Optional.empty();
  private String code;

  LineAnswers(SupplierFiles files, Acknowledgment document, Acknowledgment.Line line) {
    this.files = files;
    this.document = document;
    this.line = line;
    this.ordered = line.line();
    this.left = files.units(line.place(), ordered.quantity(), ordered.unit());
    this.price = ordered.price().map(each -> files.unitPrice(line.place(), each, ordered.unit()));
  }

  List<AcknowledgedLine> resolve() {
    code = files.code(line.place(), ordered.products());
    if (line.answers().isEmpty()) {
      ofTheWhole();
      return said;
    }
    line.answers().forEach(this::changes);
    line.answers().forEach(this::answer);
    rest.ifPresent(answer -> say(left, restMeans, answer));
    return said;
  }

  // Without an answer of its own, a line has that of the document, on the days of its schedule.
  private void ofTheWhole() {
    switch (document.outcome()) {
      case "held" -> say(left, SupplierFile.Answer.HELD, Optional.empty());
      case "rejected" -> say(left, SupplierFile.Answer.REJECTED, Optional.empty());
      default -> {
        for (Scheduled scheduled : line.schedules()) {
          int count = files.units(line.place(), scheduled.quantity(), scheduled.unit());
          say(count, SupplierFile.Answer.ACCEPTED, Optional.of(scheduled.date()));
        }
        if (line.schedules().isEmpty()) {
          say(left, SupplierFile.Answer.ACCEPTED, Optional.empty());
        }
      }
    }
  }

  private void changes(Answer answer) {
    if (answer.meaning().equals("dateChanged")) {
      changedDate = answer.date();
    }
  }

  private void answer(Answer answer) {
    switch (answer.meaning()) {
      case "held" -> say(answer, SupplierFile.Answer.HELD);
      case "backordered" -> say(answer, SupplierFile.Answer.BACKORDERED);
      case "rejected" -> say(answer, SupplierFile.Answer.REJECTED);
      case "cancelled" -> say(answer, SupplierFile.Answer.CANCELLED);
      case "quantityChanged" -> part(answer, SupplierFile.Answer.REJECTED);
      case "partial" -> part(answer, SupplierFile.Answer.BACKORDERED);
      default -> say(answer, SupplierFile.Answer.ACCEPTED);
    }
  }

  // Of those that speak of the rest, the first counts; but what has changed is said beside a
  // refusal or a hold too, and does not undo it.
  private void say(Answer answer, SupplierFile.Answer means) {
    boolean weak = rest.isPresent() && restMeans == SupplierFile.Answer.ACCEPTED;
    if (answer.quantity().isPresent()) {
      say(count(answer), means, answer);
    } else if (rest.isEmpty() || weak && means != SupplierFile.Answer.ACCEPTED) {
      rest = Optional.of(answer);
      restMeans = means;
    }
  }

  // So many units are accepted, and the others are not.
  private void part(Answer answer, SupplierFile.Answer others) {
    if (answer.quantity().isPresent()) {
      say(count(answer), SupplierFile.Answer.ACCEPTED, answer);
      rest = Optional.of(answer);
      restMeans = others;
    } else {
      say(answer, SupplierFile.Answer.ACCEPTED);
    }
  }

  private int count(Answer answer) {
    String unit = answer.unit().isEmpty() ? ordered.unit() : answer.unit();
    return files.units(line.place(), answer.quantity().orElseThrow(), unit);
  }

  private void say(int count, SupplierFile.Answer means, Answer answer) {
    say(count, means, date(means, answer), reason(answer), instead(answer));
  }

  // The day of a part is that of what ships now, where it says so; else that of the others.
  private Optional<LocalDate> date(SupplierFile.Answer means, Answer answer) {
    boolean accepted = means == SupplierFile.Answer.ACCEPTED;
    boolean ofPart = answer.dateKind().equals("ship");
    boolean another = answer.meaning().equals("partial") && accepted != ofPart;
    Optional<LocalDate> named = another ? Optional.empty() : answer.date();
    return switch (means) {
      case ACCEPTED -> named.or(() -> changedDate);
      case BACKORDERED -> named.or(this::nextScheduled);
      default -> named;
    };
  }

  // Where an answer names no day for what is backordered, the line's schedule may.
  private Optional<LocalDate> nextScheduled() {
    return line.schedules().stream().map(Scheduled::date).min(LocalDate::compareTo);
  }

  private String reason(Answer answer) {
    return files
        .meaning("reasons", answer.code())
        .map(text -> answer.code() + ", " + text)
        .orElse(answer.code());
  }

  // Answers of other kinds may repeat what was asked for, in any kind of id.
  private Optional<String> instead(Answer answer) {
    return line.answers().stream()
        .filter(each -> each.meaning().equals("substituted") && !each.products().isEmpty())
        .filter(each -> each.equals(answer) || each.quantity().isEmpty())
        .map(each -> files.code(line.place(), each.products()))
        .filter(each -> !each.equals(code))
        .findFirst();
  }

  private void say(int count, SupplierFile.Answer means, Optional<LocalDate> date) {
    say(count, means, date, "", Optional.empty());
  }

  private void say(
      int count,
      SupplierFile.Answer means,
      Optional<LocalDate> date,
      String reason,
      Optional<String> instead) {
    boolean accepted = means == SupplierFile.Answer.ACCEPTED;
    if (count > 0) {
      left = Math.max(0, left - count);
      said.add(
          new AcknowledgedLine(
              line.place(),
              document.poNumber(),
              files.lineNumber(line.place(), ordered.number()),
              code,
              count,
              means,
              accepted ? Optional.empty() : date,
              accepted ? date : Optional.empty(),
              reason,
              accepted ? price : Optional.empty(),
              accepted ? instead : Optional.empty()));
    }
  }
}
