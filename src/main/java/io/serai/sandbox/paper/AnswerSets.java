package io.serai.sandbox.paper;

import io.serai.edi.Standard;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Answer;
import io.serai.edi.document.OrderLine;
import io.serai.edi.document.Product;
import io.serai.sandbox.world.SupplierAnswer.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers to purchase orders as sets of 855 or ORDRSP, one for each purchase order. */
final class AnswerSets {
  private static final String UNIT = "EA";

  private final Standard standard;
  private final Lapses lapses;

  AnswerSets(Standard standard, Lapses lapses) {
    this.standard = standard;
    this.lapses = lapses;
  }

  List<Acknowledgment> of(List<News.Answer> answers, LocalDate today) {
    return byOrder(answers).entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue(), today))
        .toList();
  }

  /** Answers by the purchase orders that they speak of. */
  static Map<String, List<News.Answer>> byOrder(List<News.Answer> answers) {
    return answers.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.said().purchaseOrder(), LinkedHashMap::new, Collectors.toList()));
  }

  private Acknowledgment of(String order, List<News.Answer> answers, LocalDate today) {
    Map<String, List<News.Answer>> byLine =
        answers.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.said().line(), LinkedHashMap::new, Collectors.toList()));
    List<Acknowledgment.Line> lines = new ArrayList<>();
    for (List<News.Answer> ofLine : byLine.values()) {
      lines.addAll(standard == Standard.X12 ? List.of(x12(ofLine)) : edifact(ofLine));
    }
    boolean all = answers.stream().allMatch(each -> each.said().status() == Status.ACCEPTED);
    boolean none = answers.stream().allMatch(each -> each.said().status() == Status.REJECTED);
    return new Acknowledgment(
        order,
        "original",
        all ? "accepted" : none ? "rejected" : "changed",
        "S" + order,
        today,
        List.of(),
        List.of(),
        lines);
  }

  /** One PO1 with an ACK for each answer. */
  private Acknowledgment.Line x12(List<News.Answer> answers) {
    boolean cut = isCut(answers);
    List<Answer> acks = answers.stream().map(each -> answer(code(each, cut), each)).toList();
    return line(answers, acks);
  }

  // BP says that the rest is backordered, which the IB behind it says with a date.
  private String code(News.Answer answer, boolean cut) {
    return switch (answer.said().status()) {
      case ACCEPTED -> cut && lapses.takesTheOther() ? "BP" : "IA";
      case REJECTED -> "IR";
      case BACKORDERED -> "IB";
      case CANCELLED -> "ID";
    };
  }

  private static boolean isCut(List<News.Answer> answers) {
    return answers.stream().anyMatch(each -> each.said().status() == Status.BACKORDERED)
        && answers.stream().noneMatch(each -> each.said().status() == Status.CANCELLED);
  }

  /**
   * Accepted and backordered units as quantities of one LIN; what is rejected or cancelled has no
   * quantity of its own in a LIN, so it stands in another one of the same line. LIN02 has no code
   * for what is backordered.
   */
  private List<Acknowledgment.Line> edifact(List<News.Answer> answers) {
    List<Acknowledgment.Line> lines = new ArrayList<>();
    List<News.Answer> split =
        answers.stream()
            .filter(
                each ->
                    each.said().status() == Status.ACCEPTED
                        || each.said().status() == Status.BACKORDERED)
            .toList();
    if (split.size() > 1 || split.stream().anyMatch(each -> !isAccepted(each))) {
      lines.add(
          line(
              split,
              split.stream().map(each -> answer(isAccepted(each) ? "113" : "83", each)).toList()));
    } else if (!split.isEmpty()) {
      lines.add(whole(split.get(0)));
    }
    answers.stream().filter(each -> !split.contains(each)).map(this::whole).forEach(lines::add);
    return lines;
  }

  private static boolean isAccepted(News.Answer answer) {
    return answer.said().status() == Status.ACCEPTED;
  }

  private Acknowledgment.Line whole(News.Answer answer) {
    String action =
        switch (answer.said().status()) {
          case ACCEPTED -> "5";
          case REJECTED -> "7";
          case BACKORDERED -> throw new IllegalArgumentException("LIN02 has no code for it");
          case CANCELLED -> "2";
        };
    Answer said =
        new Answer(
            action,
            meaning(answer),
            Optional.empty(),
            "",
            answer.restock(),
            answer.restock().isPresent() ? "available" : "",
            List.of());
    return line(List.of(answer), List.of(said));
  }

  private static Answer answer(String code, News.Answer answer) {
    return new Answer(
        code,
        meaning(answer),
        Optional.of(BigDecimal.valueOf(answer.said().quantity())),
        UNIT,
        answer.restock(),
        answer.restock().isPresent() ? "ship" : "",
        List.of());
  }

  private static String meaning(News.Answer answer) {
    return switch (answer.said().status()) {
      case ACCEPTED -> "accepted";
      case REJECTED -> "rejected";
      case BACKORDERED -> "backordered";
      case CANCELLED -> "cancelled";
    };
  }

  private static Acknowledgment.Line line(List<News.Answer> answers, List<Answer> said) {
    News.Answer first = answers.get(0);
    int units = answers.stream().mapToInt(each -> each.said().quantity()).sum();
    OrderLine line =
        new OrderLine(
            first.said().line(),
            List.of(new Product("vendor", first.said().sku())),
            BigDecimal.valueOf(units),
            UNIT,
            Optional.empty(),
            first.reason());
    return new Acknowledgment.Line("", line, said, List.of());
  }
}
