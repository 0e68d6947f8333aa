package io.serai.edi;

import io.serai.edi.EdiFault.Place;
import io.serai.edi.EdiFault.Unit;
import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.stream.Segment;
import io.serai.edi.stream.Shown;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** What headers and trailers say. */
final class Envelopes {
  private static final DateTimeFormatter SHORT = strict("uuMMddHHmm");
  private static final DateTimeFormatter LONG = strict("uuuuMMddHHmm");
  // Dates had six digits before 004010, and messages another shape before D.96A.
  private static final String FIRST_X12 = "004010";
  private static final String FIRST_EDIFACT = "D96A";

  private final Standard standard;
  private final Delimiters delimiters;

  Envelopes(Standard standard, Delimiters delimiters) {
    this.standard = standard;
    this.delimiters = delimiters;
  }

  Interchange unknown() {
    Mailbox nobody = new Mailbox("", "");
    return new Interchange(
        standard, "", nobody, nobody, Optional.empty(), "", false, false, delimiters);
  }

  Interchange interchange(Segment header) {
    return standard == Standard.X12 ? isa(header) : unb(header);
  }

  private Interchange isa(Segment isa) {
    return new Interchange(
        standard,
        isa.get(13).strip(),
        new Mailbox(isa.get(6).strip(), isa.get(5).strip()),
        new Mailbox(isa.get(8).strip(), isa.get(7).strip()),
        at(isa.get(9) + isa.get(10)),
        isa.get(12),
        isa.get(15).equals("T"),
        isa.get(14).equals("1"),
        delimiters);
  }

  private Interchange unb(Segment unb) {
    return new Interchange(
        standard,
        unb.get(5),
        new Mailbox(unb.get(2), unb.get(2, 2)),
        new Mailbox(unb.get(3), unb.get(3, 2)),
        at(unb.get(4) + unb.get(4, 2)),
        unb.get(1) + ":" + unb.get(1, 2),
        unb.get(11).equals("1"),
        unb.get(9).equals("1"),
        delimiters);
  }

  private static Optional<LocalDateTime> at(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, text.length() == 10 ? SHORT : LONG));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  SetHeader set(Interchange interchange, Segment group, Segment header) {
    boolean x12 = standard == Standard.X12;
    String type = x12 ? header.get(1) : header.get(2);
    String version = x12 ? versionOf(group) : header.get(2, 2) + header.get(2, 3);
    return new SetHeader(
        interchange,
        group == null ? "" : groupControl(group),
        group == null ? "" : group.get(1),
        x12 ? header.get(2) : header.get(1),
        type,
        version,
        DocumentKind.of(standard, type));
  }

  private String versionOf(Segment group) {
    return group == null ? "" : standard == Standard.X12 ? group.get(8) : group.get(7, 2);
  }

  String groupControl(Segment group) {
    return group.get(standard == Standard.X12 ? 6 : 5);
  }

  /** The fault of a set that we do not read at all. */
  Optional<EdiFault> unreadable(SetHeader set, Segment header) {
    int element = standard == Standard.X12 ? 1 : 2;
    if (set.kind().isEmpty()) {
      return Optional.of(
          fault(
              set,
              header,
              element,
              FaultKind.UNKNOWN_DOCUMENT,
              "'" + Shown.text(set.type()) + "' is no document that we read",
              "tell the sender not to send it"));
    }
    if (isTooOld(set.version())) {
      return Optional.of(
          fault(
              set,
              header,
              0,
              FaultKind.UNKNOWN_VERSION,
              "version " + Shown.text(set.version()) + " is none that we read",
              "ask the sender for "
                  + (standard == Standard.X12 ? "004010 or 005010" : "D.96A or D.01B")));
    }
    return Optional.empty();
  }

  private boolean isTooOld(String version) {
    if (standard == Standard.X12) {
      return version.length() < 6 || version.compareTo(FIRST_X12) < 0;
    }
    // Releases are named by their year, and those of this century by 00 and more.
    boolean century =
        version.length() == 4 && version.compareTo("D90") < 0 && version.startsWith("D");
    boolean control = version.matches("[D1-4][1-4]");
    return !century
        && !control
        && (!version.startsWith("D9") || version.compareTo(FIRST_EDIFACT) < 0);
  }

  private static EdiFault fault(
      SetHeader set, Segment header, int element, FaultKind kind, String reason, String cure) {
    Place place =
        new Place(
            set.interchange().control(), set.group(), set.control(), 1, header.tag(), element, 0);
    return new EdiFault(Unit.SET, kind, place, reason, cure);
  }

  GroupReport group(
      Segment group, Optional<Segment> trailer, List<SetReport> sets, List<EdiFault> faults) {
    return new GroupReport(
        group == null ? "" : group.get(1),
        group == null ? "" : groupControl(group),
        versionOf(group),
        trailer.map(end -> count(end.get(1))).filter(count -> count >= 0).orElse(sets.size()),
        sets,
        faults);
  }

  private static int count(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
