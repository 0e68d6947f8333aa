package io.serai.edi;

import io.serai.document.Refused;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.OrderChangeAnswer;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an 865 comes to. Its answer to a line that we have asked to remove is turned round: whoever
 * accepts the removal cancels the units, and whoever rejects it ships them. Lines that the supplier
 * changes by itself are answers like those of an 855.
 */
final class ChangeAnswers {
  private final SupplierFiles files;
  private final OrderChangeAnswer document;

  ChangeAnswers(SupplierFiles files, OrderChangeAnswer document) {
    this.files = files;
    this.document = document;
  }

  List<AcknowledgedLine> resolve(OrderChangeAnswer.Line line) {
    return switch (line.changed().change()) {
      case "removed" -> removed(line);
      case "price", "date", "changed", "replaced" ->
          new LineAnswers(files, asAcknowledgment(), asLine(line)).resolve();
      case "unchanged" -> List.of();
      default ->
          throw new Refused(
              line.changed().place()
                  + ": it answers the change '"
                  + line.changed().change()
                  + "', which was not asked for",
              "We only ask to remove units (POC02 DI). Ask the supplier what it means.");
    };
  }

  private List<AcknowledgedLine> removed(OrderChangeAnswer.Line line) {
    ChangedLine changed = line.changed();
    String place = changed.place();
    int left = files.units(place, changed.line().quantity(), changed.line().unit());
    List<AcknowledgedLine> said = new ArrayList<>();
    Optional<Answer> rest = Optional.empty();
    for (Answer answer : line.answers()) {
      if (answer.quantity().isPresent()) {
        String unit = answer.unit().isEmpty() ? changed.line().unit() : answer.unit();
        int units = files.units(place, answer.quantity().get(), unit);
        left -= units;
        said.add(said(changed, units, meaning(answer.meaning()), answer.code()));
        if (answer.meaning().equals("quantityChanged") || answer.meaning().equals("partial")) {
          said.add(said(changed, Math.max(0, left), SupplierFile.Answer.ACCEPTED, answer.code()));
          left = 0;
        }
      } else {
        rest = rest.or(() -> Optional.of(answer));
      }
    }
    if (rest.isPresent() || line.answers().isEmpty()) {
      String means = rest.map(Answer::meaning).orElse(document.outcome());
      said.add(said(changed, Math.max(0, left), meaning(means), rest.map(Answer::code).orElse("")));
    }
    return said.stream().filter(each -> each.quantity() > 0).toList();
  }

  private static SupplierFile.Answer meaning(String ofRemoval) {
    return switch (ofRemoval) {
      case "rejected", "shipped" -> SupplierFile.Answer.ACCEPTED;
      case "held" -> SupplierFile.Answer.HELD;
      default -> SupplierFile.Answer.CANCELLED;
    };
  }

  private AcknowledgedLine said(
      ChangedLine changed, int units, SupplierFile.Answer answer, String reason) {
    return new AcknowledgedLine(
        changed.place(),
        document.poNumber(),
        files.lineNumber(changed.place(), changed.line().number()),
        files.code(changed.place(), changed.line().products()),
        units,
        answer,
        Optional.empty(),
        Optional.empty(),
        reason,
        Optional.empty(),
        Optional.empty());
  }

  private Acknowledgment asAcknowledgment() {
    return new Acknowledgment(
        document.poNumber(),
        document.purpose(),
        document.outcome(),
        "",
        document.date(),
        document.references(),
        document.parties(),
        List.of());
  }

  private static Acknowledgment.Line asLine(OrderChangeAnswer.Line line) {
    return new Acknowledgment.Line(
        line.changed().place(), line.changed().line(), line.answers(), List.of());
  }
}
