package io.serai.edi.read;

import io.serai.edi.EdiFault.Unit;
import io.serai.edi.FaultKind;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * DESADV: CPS makes levels, each with its packages (PAC, PCI, GIN) and the lines in them (LIN).
 * GIN+BJ is an SSCC; RFF+CN, CPS's or a line's, is the carrier's number of the parcel.
 */
final class ShipNoticeDesadv extends EdifactReading {
  private static final Set<String> TRACKING = Set.of("CN", "CW", "BX");
  private static final Set<String> PALLETS = Set.of("09", "08", "201", "202", "PX", "PE", "200");

  private final Map<String, Cps> levels = new LinkedHashMap<>();
  private final List<ShipNotice.Item> items = new ArrayList<>();
  private final List<String> tracking = new ArrayList<>();
  private Cps cps;
  private String carrier = "";
  private Optional<Instant> shippedAt = Optional.empty();
  private Optional<LocalDate> expected = Optional.empty();
  private Optional<BigDecimal> quantity = Optional.empty();
  private String unit = "";
  private String poNumber = "";
  private String poLine = "";
  private List<String> lineTracking = List.of();
  private Segment lin;

  /** A level of packing; one without a package is none of the containers. */
  private static final class Cps {
    private final String id;
    private final String parent;
    private final Segment segment;
    private final List<String> tracking = new ArrayList<>();
    private String sscc = "";
    private boolean pallet;
    private boolean packed;

    Cps(String id, String parent, Segment segment) {
      this.id = id;
      this.parent = parent;
      this.segment = segment;
    }
  }

  ShipNoticeDesadv(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "CPS" -> level(segment);
      case "LIN" -> begin(segment);
      case "CNT" -> total(segment);
      case "TDT" -> carrier = segment.get(5).isEmpty() ? segment.get(5, 4) : segment.get(5);
      default -> {
        if (inLine()) {
          if (!ofLine(segment)) {
            detail(segment);
          }
        } else if (cps != null) {
          packing(segment);
        } else {
          header(segment);
        }
      }
    }
  }

  private void level(Segment segment) {
    endLine();
    String id = values().required(segment, 1);
    cps = new Cps(id, segment.get(2), segment);
    if (levels.putIfAbsent(id, cps) != null) {
      throw new Unreadable(
          segment,
          1,
          0,
          FaultKind.MEANING,
          "CPS " + id + " stands twice",
          "ask the sender for levels that are numbered through");
    }
  }

  private void begin(Segment segment) {
    lin(segment);
    lin = segment;
    quantity = Optional.empty();
    unit = "";
    poNumber = "";
    poLine = "";
    lineTracking = list();
  }

  private void header(Segment segment) {
    if (segment.tag().equals("DTM")) {
      String kind = dateKind(segment.get(1));
      if (kind.equals("ship")) {
        shippedAt = Optional.of(EdifactDates.instant(segment, values()));
        return;
      } else if (kind.equals("deliver")) {
        expected = Optional.of(EdifactDates.day(segment, values()));
        return;
      }
    }
    if (segment.tag().equals("RFF") && TRACKING.contains(segment.get(1))) {
      tracking.add(segment.get(1, 2));
      return;
    }
    common(segment);
  }

  private void packing(Segment segment) {
    switch (segment.tag()) {
      case "PAC" -> {
        cps.packed = true;
        cps.pallet = PALLETS.contains(segment.get(3));
      }
      case "GIN" -> {
        if (segment.get(1).equals("BJ") && cps.sscc.isEmpty()) {
          cps.sscc = segment.get(2);
        }
      }
      case "RFF" -> {
        if (TRACKING.contains(segment.get(1))) {
          cps.tracking.add(segment.get(1, 2));
        }
      }
      default -> {
        // Of no use to us; it stays in the raw document.
      }
    }
  }

  private void detail(Segment segment) {
    switch (segment.tag()) {
      case "QTY" -> {
        if (segment.get(1).equals("12")) {
          quantity = Optional.of(quantity(segment));
          unit = unit(segment);
        }
      }
      case "RFF" -> {
        if (segment.get(1).equals("ON")) {
          poNumber = segment.get(1, 2);
          poLine = segment.get(1, 3);
        } else if (TRACKING.contains(segment.get(1))) {
          lineTracking.add(segment.get(1, 2));
        }
      }
      default -> {
        // Of no use to us; it stays in the raw document.
      }
    }
  }

  @Override
  void line() {
    if (quantity.isEmpty()) {
      tell(
          new Unreadable(
              lin,
              0,
              0,
              FaultKind.SEGMENT_MISSING,
              "the line has no QTY+12",
              "ask the sender for the quantity that was shipped"),
          Unit.LINE);
      return;
    }
    items.add(
        new ShipNotice.Item(
            linePlace(),
            poNumber,
            poLine,
            products(),
            quantity.get(),
            unit,
            container(cps),
            "",
            copy(lineTracking)));
  }

  // A level without packages hands its lines to the one above.
  private String container(Cps from) {
    int steps = 0;
    for (Cps each = from; each != null && steps++ < levels.size(); each = levels.get(each.parent)) {
      if (each.packed) {
        return each.id;
      }
    }
    return "";
  }

  @Override
  ShipNotice document(Segment end) {
    String po = reference("ON");
    List<ShipNotice.Container> containers = list();
    for (Cps each : levels.values()) {
      if (!each.parent.isEmpty() && !levels.containsKey(each.parent)) {
        throw new Unreadable(
            each.segment,
            2,
            0,
            FaultKind.MEANING,
            "its parent " + each.parent + " does not exist",
            "ask the sender for levels whose parents exist");
      }
      if (each.packed) {
        containers.add(
            new ShipNotice.Container(
                each.id,
                each.parent.isEmpty() ? "" : container(levels.get(each.parent)),
                each.pallet ? "pallet" : "carton",
                each.sscc,
                copy(each.tracking)));
      }
    }
    return new ShipNotice(
        number(),
        purpose(),
        shippedAt.orElseGet(() -> date().atStartOfDay(ZoneOffset.UTC).toInstant()),
        expected,
        carrier,
        copy(tracking),
        references(),
        parties().all(),
        copy(containers),
        items.stream().map(item -> item.poNumber().isEmpty() ? of(item, po) : item).toList());
  }

  private static ShipNotice.Item of(ShipNotice.Item item, String po) {
    return new ShipNotice.Item(
        item.place(),
        po,
        item.line(),
        item.products(),
        item.quantity(),
        item.unit(),
        item.container(),
        item.carrier(),
        item.tracking());
  }
}
