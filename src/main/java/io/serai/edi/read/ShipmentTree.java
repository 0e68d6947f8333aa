package io.serai.edi.read;

import io.serai.edi.FaultKind;
import io.serai.edi.document.Product;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The levels of one ship notice, and what follows for each item from those above it. */
final class ShipmentTree {
  private final Map<String, Level> levels = new LinkedHashMap<>();
  private final List<ShipNotice.Item> items = new ArrayList<>();

  /** One HL and what stands in it. */
  static final class Level {
    private final String id;
    private final String parent;
    private final String code;
    private final Segment hl;
    private final String place;
    private String poNumber = "";
    private String line = "";
    private List<Product> products = List.of();
    private BigDecimal quantity;
    private String unit = "";
    private String sscc = "";
    private String carrier = "";
    private List<String> tracking = List.of();
    private boolean good;

    Level(String id, String parent, String code, Segment hl, String place) {
      this.id = id;
      this.parent = parent;
      this.code = code;
      this.hl = hl;
      this.place = place;
    }

    void good() {
      good = true;
    }

    boolean isShipment() {
      return code.equals("S");
    }

    boolean isContainer() {
      return code.equals("P") || code.equals("T");
    }

    boolean isItem() {
      return code.equals("I");
    }

    void purchaseOrder(String number, Segment prf) {
      poNumber = number;
    }

    void item(String number, List<Product> ids) {
      line = number;
      products = ids;
    }

    void quantity(String number, BigDecimal units, String ofUnit) {
      if (line.isEmpty()) {
        line = number;
      }
      quantity = units;
      unit = ofUnit;
    }

    void sscc(String number) {
      sscc = sscc.isEmpty() ? number : sscc;
    }

    void carrier(String name) {
      carrier = name;
    }

    void tracking(String number) {
      if (!tracking.contains(number)) {
        tracking = new ArrayList<>(tracking);
        tracking.add(number);
      }
    }
  }

  /** Adds a level; false where its id stands there already. */
  boolean add(Level level) {
    return levels.putIfAbsent(level.id, level) == null;
  }

  int items() {
    return (int) levels.values().stream().filter(Level::isItem).count();
  }

  /** Follows every item up to the shipment. */
  void resolve() {
    Set<String> packed = new HashSet<>();
    for (Level level : levels.values()) {
      checkParents(level);
      if (level.isContainer() && level.quantity != null) {
        nearest(level, Level::isItem).ifPresent(item -> packed.add(item.id));
      }
    }
    for (Level level : levels.values()) {
      boolean inItem =
          level.isContainer()
              && level.quantity != null
              && nearest(level, Level::isItem).isPresent();
      if (inItem || level.isItem() && !packed.contains(level.id)) {
        items.add(item(level));
      }
    }
  }

  private ShipNotice.Item item(Level level) {
    Level item = level.isItem() ? level : nearest(level, Level::isItem).orElseThrow();
    if (level.quantity == null) {
      throw fault(
          level.hl,
          "item " + level.id + " has no SN1, so no quantity",
          "ask the sender for SN1 in each item");
    }
    List<String> tracking = new ArrayList<>();
    boolean numbered = false;
    for (Level each = level; each != null && !each.isShipment(); each = above(each)) {
      // Numbers of a whole purchase order are its parcels' where they have none of their own.
      boolean own = each == level || each.isItem();
      if (own || !each.isContainer() && !numbered) {
        each.tracking.stream().filter(one -> !tracking.contains(one)).forEach(tracking::add);
      }
      numbered |= !each.tracking.isEmpty();
    }
    return new ShipNotice.Item(
        level.place,
        first(level, each -> each.poNumber),
        item.line,
        item.products,
        level.quantity,
        level.unit,
        nearestContainer(level),
        first(level, each -> each.isShipment() ? "" : each.carrier),
        List.copyOf(tracking));
  }

  private void checkParents(Level level) {
    Set<String> seen = new HashSet<>();
    for (Level each = level; !each.parent.isEmpty(); each = above(each)) {
      if (above(each) == null) {
        throw fault(
            each.hl,
            "its parent " + each.parent + " (HL02) does not exist",
            "ask the sender for levels whose parents exist");
      }
      if (!seen.add(each.id)) {
        throw fault(
            each.hl,
            "it is its own ancestor by HL02",
            "ask the sender for levels that form a tree");
      }
    }
    if (!level.good) {
      throw fault(
          level.hl,
          "level " + level.id + " cannot be read, and others hang on it",
          "correct what is named above; nothing of this ship notice is taken");
    }
  }

  private static Unreadable fault(Segment hl, String reason, String cure) {
    return new Unreadable(hl, 2, 0, FaultKind.MEANING, reason, cure);
  }

  private Level above(Level level) {
    return level.parent.isEmpty() ? null : levels.get(level.parent);
  }

  private Optional<Level> nearest(Level level, Predicate<Level> wanted) {
    for (Level each = level; each != null; each = above(each)) {
      if (wanted.test(each)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private String nearestContainer(Level level) {
    return nearest(level, Level::isContainer).map(each -> each.id).orElse("");
  }

  private String first(Level level, Function<Level, String> value) {
    return nearest(level, each -> !value.apply(each).isEmpty()).map(value).orElse("");
  }

  /** The pallets and cartons, outer ones first where the notice has them so. */
  List<ShipNotice.Container> containers() {
    return levels.values().stream()
        .filter(Level::isContainer)
        .map(
            each ->
                new ShipNotice.Container(
                    each.id,
                    each.parent.isEmpty() ? "" : nearestContainer(above(each)),
                    each.code.equals("T") ? "pallet" : "carton",
                    each.sscc,
                    List.copyOf(each.tracking)))
        .toList();
  }

  String carrier() {
    return levels.values().stream()
        .filter(Level::isShipment)
        .map(each -> each.carrier)
        .findFirst()
        .orElse("");
  }

  List<String> tracking() {
    return levels.values().stream()
        .filter(Level::isShipment)
        .flatMap(each -> each.tracking.stream())
        .distinct()
        .toList();
  }

  List<ShipNotice.Item> shipped() {
    return List.copyOf(items);
  }
}
