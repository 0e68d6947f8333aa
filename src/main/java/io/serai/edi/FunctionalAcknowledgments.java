package io.serai.edi;

import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.ElementError;
import io.serai.edi.document.FunctionalAcknowledgment.SegmentError;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import io.serai.edi.document.InterchangeReceipt;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What we tell the sender of an interchange: for X12 a TA1 of the envelope and a 997 of each group,
 * for EDIFACT one CONTRL. Acknowledgments themselves are never acknowledged.
 */
public final class FunctionalAcknowledgments {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");
  private static final String SERVICE = "CONTRL";

  private FunctionalAcknowledgments() {}

  /** The acknowledgments of an interchange, none where it holds acknowledgments only. */
  public static List<FunctionalAcknowledgment> of(InterchangeReport report) {
    return report.interchange().standard() == Standard.X12 ? x12(report) : contrl(report);
  }

  /** The TA1: where the envelope is at fault, or the sender has asked for one. */
  public static Optional<InterchangeReceipt> receipt(InterchangeReport report) {
    Interchange interchange = report.interchange();
    boolean needed = !report.accepted() || interchange.acknowledgmentWanted();
    if (interchange.standard() != Standard.X12 || !needed) {
      return Optional.empty();
    }
    boolean good = report.accepted();
    return Optional.of(
        new InterchangeReceipt(
            interchange.control(),
            interchange.at().map(DAY::format).orElse(""),
            interchange.at().map(MINUTE::format).orElse(""),
            good ? "accepted" : "rejected",
            good ? "A" : "R",
            good ? "000" : report.faults().get(0).kind().code(Standard.X12)));
  }

  private static List<FunctionalAcknowledgment> x12(InterchangeReport report) {
    if (!report.accepted()) {
      return List.of();
    }
    return report.groups().stream()
        .filter(group -> !group.code().equals("FA"))
        .map(FunctionalAcknowledgments::group)
        .toList();
  }

  private static FunctionalAcknowledgment group(GroupReport group) {
    List<SetOutcome> sets = group.sets().stream().map(set -> set(set, Standard.X12)).toList();
    int accepted = group.acceptedSets();
    boolean errors = sets.stream().anyMatch(set -> set.code().equals("E"));
    String code =
        accepted == 0 && !(group.accepted() && sets.isEmpty())
            ? "R"
            : accepted < sets.size() ? "P" : errors ? "E" : "A";
    return new FunctionalAcknowledgment(
        group.code(),
        group.control(),
        group.version(),
        status(code),
        code,
        group.included(),
        sets.size(),
        accepted,
        codes(group.faults(), FaultKind.Level.GROUP, Standard.X12),
        sets);
  }

  private static List<FunctionalAcknowledgment> contrl(InterchangeReport report) {
    List<SetReport> sets =
        report.groups().stream().flatMap(group -> group.sets().stream()).toList();
    boolean service =
        !sets.isEmpty() && sets.stream().allMatch(set -> set.header().type().equals(SERVICE));
    if (service) {
      return List.of();
    }
    List<EdiFault> faults = new ArrayList<>(report.faults());
    report.groups().forEach(group -> faults.addAll(group.faults()));
    boolean good = faults.isEmpty();
    int accepted = good ? (int) sets.stream().filter(SetReport::accepted).count() : 0;
    String status = !good ? "rejected" : accepted < sets.size() ? "partlyAccepted" : "accepted";
    return List.of(
        new FunctionalAcknowledgment(
            "",
            report.interchange().control(),
            "",
            status,
            good ? "7" : "4",
            sets.size(),
            sets.size(),
            accepted,
            good ? List.of() : List.of(faults.get(0).kind().code(Standard.EDIFACT)),
            good ? sets.stream().map(set -> set(set, Standard.EDIFACT)).toList() : List.of()));
  }

  private static SetOutcome set(SetReport set, Standard standard) {
    boolean x12 = standard == Standard.X12;
    List<SegmentError> segments = segments(set.faults(), standard);
    List<String> errors = new ArrayList<>(codes(set.faults(), FaultKind.Level.SET, standard));
    if (x12 && !segments.isEmpty() && !errors.contains("5")) {
      errors.add("5");
    }
    String code = set.accepted() ? x12 ? segments.isEmpty() ? "A" : "E" : "7" : x12 ? "R" : "4";
    return new SetOutcome(
        set.header().type(),
        set.header().control(),
        x12 ? "" : set.header().version(),
        status(code),
        code,
        x12 ? List.copyOf(errors) : errors.stream().limit(1).toList(),
        !x12 && set.accepted() ? List.of() : segments);
  }

  private static String status(String code) {
    return switch (code) {
      case "A", "7" -> "accepted";
      case "E" -> "acceptedWithErrors";
      case "P" -> "partlyAccepted";
      default -> "rejected";
    };
  }

  private static List<String> codes(
      List<EdiFault> faults, FaultKind.Level level, Standard standard) {
    return faults.stream()
        .filter(fault -> fault.kind().level() == level)
        .map(fault -> fault.kind().code(standard))
        .distinct()
        .limit(5)
        .toList();
  }

  // One segment is named once, with all of its elements that are at fault.
  private static List<SegmentError> segments(List<EdiFault> faults, Standard standard) {
    Map<String, SegmentError> segments = new LinkedHashMap<>();
    for (EdiFault fault : faults) {
      FaultKind.Level level = fault.kind().level();
      boolean ofSegment = level == FaultKind.Level.SEGMENT;
      if (!ofSegment && level != FaultKind.Level.ELEMENT) {
        continue;
      }
      EdiFault.Place place = fault.place();
      boolean element = place.element() > 0 && !ofSegment;
      String code =
          ofSegment || standard == Standard.EDIFACT && !element
              ? fault.kind().code(standard)
              : standard == Standard.X12 ? "8" : "";
      SegmentError error =
          segments.computeIfAbsent(
              place.segment() + place.tag() + code,
              key -> new SegmentError(tag(place.tag()), place.segment(), code, new ArrayList<>()));
      if (element) {
        error.elements().add(element(fault, standard));
      }
    }
    return segments.values().stream()
        .map(
            each ->
                new SegmentError(
                    each.tag(), each.position(), each.code(), List.copyOf(each.elements())))
        .toList();
  }

  // What stands for a segment may have no tag, and AK301 has to have one.
  private static String tag(String tag) {
    return tag.isEmpty() ? "ZZZ" : tag;
  }

  private static ElementError element(EdiFault fault, Standard standard) {
    return new ElementError(
        fault.place().element(), fault.place().component(), fault.kind().code(standard), "");
  }
}
