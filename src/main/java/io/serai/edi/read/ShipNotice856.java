package io.serai.edi.read;

import io.serai.edi.FaultKind;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.stream.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * 856: BSN, and HL levels, whose parents are those that HL02 names. S is the shipment, O a purchase
 * order, T a pallet, P a carton, I an item.
 */
final class ShipNotice856 extends X12Reading {
  private static final Set<String> TRACKING = Set.of("CN", "2I", "TN", "SI");
  private static final Set<String> SSCC = Set.of("GM", "AA", "SM", "W");

  private final ShipmentTree tree = new ShipmentTree();
  private Segment bsn = new Segment("BSN", 2);
  // What stands before the first level is the shipment's.
  private ShipmentTree.Level level = new ShipmentTree.Level("", "", "S", new Segment("HL", 2), "");
  private Optional<Instant> shippedAt = Optional.empty();
  private Optional<LocalDate> expected = Optional.empty();

  ShipNotice856(Made made) {
    super(made);
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "BSN" -> bsn = segment;
      case "HL" -> begin(segment);
      case "PRF" -> level.purchaseOrder(values().required(segment, 1), segment);
      case "LIN" -> level.item(segment.get(1), products(segment, 2));
      case "SN1" -> {
        level.quantity(
            segment.get(1), values().number(segment, 2, 1), values().unit(segment.get(3)));
        addToHash(values().number(segment, 2, 1));
      }
      case "MAN" -> marks(segment);
      case "TD5" -> level.carrier(segment.get(3).isEmpty() ? segment.get(5) : segment.get(3));
      case "REF" -> reference856(segment);
      case "DTM" -> date(segment);
      case "CTT" -> count(segment);
      default -> common(segment);
    }
  }

  private void begin(Segment hl) {
    beginLine(hl);
    String id = values().required(hl, 1);
    String parent = hl.get(2);
    level = new ShipmentTree.Level(id, parent, values().required(hl, 3), hl, linePlace());
    if (!tree.add(level)) {
      throw new Unreadable(
          hl,
          1,
          0,
          FaultKind.MEANING,
          "HL01 " + id + " stands twice",
          "ask the sender for levels that are numbered through");
    }
  }

  private void marks(Segment man) {
    mark(man.get(1), man.get(2));
    mark(man.get(4), man.get(5));
  }

  private void mark(String kind, String id) {
    if (SSCC.contains(kind)) {
      level.sscc(id);
    } else if (kind.equals("CP")) {
      level.tracking(id);
    }
  }

  private void reference856(Segment ref) {
    if (TRACKING.contains(ref.get(1)) && !ref.get(2).isEmpty()) {
      level.tracking(ref.get(2));
    } else if (level.isShipment()) {
      references().add(reference(ref));
    }
  }

  private void date(Segment dtm) {
    if (!level.isShipment() || dtm.get(2).isBlank()) {
      return;
    }
    String kind = dateKind(dtm.get(1));
    if (kind.equals("ship")) {
      shippedAt =
          Optional.of(
              ZonedDateTime.of(values().day(dtm, 2), values().time(dtm, 3), values().zone(dtm, 4))
                  .toInstant());
    } else if (kind.equals("deliver")) {
      expected = values().dayIfAny(dtm, 2);
    }
  }

  // The standard counts levels, and many count items.
  private void count(Segment ctt) {
    boolean items = values().number(ctt, 1, 1).intValue() == tree.items();
    totals(ctt, items ? tree.items() : lines());
  }

  // A level may be of use to others that name it, so a bad one refuses the whole.
  @Override
  void line() {
    level.good();
  }

  @Override
  ShipNotice document(Segment end) {
    String number = values().required(bsn, 2);
    String purpose = purpose(bsn, 1);
    Instant made =
        ZonedDateTime.of(values().day(bsn, 3), values().time(bsn, 4), values().terms().zone())
            .toInstant();
    tree.resolve();
    return new ShipNotice(
        number,
        purpose,
        shippedAt.orElse(made),
        expected,
        tree.carrier(),
        tree.tracking(),
        copy(references()),
        parties().all(),
        tree.containers(),
        tree.shipped());
  }
}
