package io.serai.sandbox.supplier;

import io.serai.sandbox.paper.Asked;
import io.serai.sandbox.paper.Paper;
import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.PurchaseOrder;
import io.serai.sandbox.world.SupplierAnswer;
import io.serai.sandbox.world.SupplierAnswer.Status;
import io.serai.sandbox.world.Whim;
import io.serai.sandbox.world.World;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One supplier at work: takes purchase orders from its folder, acknowledges them after about an
 * hour, ships what it accepted after its lead time, and says in its stock files what it has. What
 * it backorders or rejects it forgets: whoever still wants it orders again when there is stock.
 *
 * <p>Used by the suppliers' one thread only.
 */
final class Supplier {
  private static final double FOUND_AGAIN = 0.95;
  private static final Duration LISTS_ALL = Duration.ofDays(4);

  private record Accepted(PurchaseOrder.Line line, Shelf shelf, int units) {}

  private final SupplierProfile profile;
  private final Temper temper;
  private final SupplierFiles files;
  private final Paper paper;
  private final Outbox outbox;
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private final StockScript script;
  private final Whims whims;
  private final Stops stops = new Stops();
  private final Restocks restocks;
  private final Agenda agenda;
  private final Clock clock;
  private final World world;
  private Instant listed;

  Supplier(
      SupplierProfile profile,
      Path home,
      Paper paper,
      StockScript script,
      Whims whims,
      Restocks restocks,
      Agenda agenda,
      Clock clock,
      World world) {
    this.profile = profile;
    this.temper = Temper.of(profile.id());
    this.files = new SupplierFiles(profile.id(), home);
    this.paper = paper;
    this.outbox = new Outbox(profile, files, paper);
    this.script = script;
    this.whims = whims;
    this.restocks = restocks;
    this.agenda = agenda;
    this.clock = clock;
    this.world = world;
    this.listed = clock.instant();
  }

  SupplierProfile profile() {
    return profile;
  }

  /** Starts to carry a SKU. */
  Shelf carry(String sku, int onHand) {
    BigDecimal cost = script.cost(profile.id(), sku, temper.costShare());
    Shelf shelf = new Shelf(sku, onHand, cost, count(sku));
    shelves.put(sku, shelf);
    outbox.changed(shelf);
    return shelf;
  }

  private Shelf.Count count(String sku) {
    double fate = script.random(profile.id() + " counts " + sku).nextDouble();
    if (fate < temper.emptyShelves()) {
      return Shelf.Count.ALL_MISSING;
    }
    return fate < temper.emptyShelves() + temper.shortShelves()
        ? Shelf.Count.SOME_MISSING
        : Shelf.Count.RIGHT;
  }

  /** Says in the next stock file what is on the shelf. */
  void changed(Shelf shelf) {
    outbox.changed(shelf);
  }

  /** Writes what there is to say, and of its stock now and then all, so that it stays believed. */
  void flush() {
    if (!clock.instant().isBefore(listed.plus(LISTS_ALL))) {
      listed = clock.instant();
      shelves.values().forEach(outbox::changed);
    }
    outbox.flush();
  }

  /** Takes the files that have arrived. */
  void takeOrders() {
    for (Path file : files.arrived(paper::reads)) {
      String name = file.getFileName().toString();
      boolean read = false;
      try {
        Asked asked = paper.read(name, files.content(file));
        if (!asked.orders().isEmpty()) {
          world.purchaseOrderFileArrived(profile.id(), name);
        }
        asked.orders().forEach(this::take);
        asked.stops().forEach(this::stop);
        asked.faults().forEach(fault -> complain(name, fault));
        read = asked.faults().isEmpty();
      } catch (IllegalArgumentException e) {
        complain(name, e.getMessage());
      }
      files.putAway(file, read);
    }
  }

  private void complain(String file, String fault) {
    world.badFileArrived("%s: %s: %s".formatted(profile.id(), file, fault));
  }

  private void take(PurchaseOrder order) {
    if (!world.purchaseOrderArrived(order)) {
      return;
    }
    Whims.Conduct conduct = whims.of(profile.id(), order.number());
    if (conduct == Whims.Conduct.SILENT || conduct == Whims.Conduct.CONTRARY) {
      world.whim(Whim.SILENT, order.units());
      order.lines().forEach(line -> stops.expect(order.number(), line.line(), line.quantity()));
    } else {
      SplittableRandom chance = script.random(profile.id() + order.number());
      Duration reading = Duration.ofMinutes(30 + chance.nextInt(60));
      agenda.at(clock.instant().plus(reading), () -> acknowledge(order, chance));
    }
  }

  private void acknowledge(PurchaseOrder order, SplittableRandom chance) {
    List<Accepted> accepted = new ArrayList<>();
    for (PurchaseOrder.Line line : order.lines()) {
      Shelf shelf = shelf(line.sku());
      if (shelf == null) {
        answer(order, line, line.quantity(), Status.REJECTED, null, "unknown item");
        continue;
      }
      check(shelf, line.quantity(), chance);
      int units = Math.min(line.quantity(), Math.max(0, shelf.free()));
      if (units > 0) {
        shelf.allocate(units);
        stops.expect(order.number(), line.line(), units);
        accepted.add(new Accepted(line, shelf, units));
        answer(order, line, units, Status.ACCEPTED, null, "");
      }
      restocks.stockFell(shelf.sku());
      if (units < line.quantity()) {
        refuse(order, line, line.quantity() - units, shelf);
      }
    }
    plan(order, accepted, chance);
  }

  /** Somebody asks not to ship: what has not left stays, unless the whim is to send it. */
  private void stop(Asked.Stop stop) {
    String order = stop.purchaseOrder();
    int asked = stop.quantity();
    PurchaseOrder.Line line = new PurchaseOrder.Line(stop.line(), stop.sku(), asked, Map.of());
    Shelf shelf = shelf(line.sku());
    boolean contrary = whims.of(profile.id(), order) == Whims.Conduct.CONTRARY;
    PurchaseOrder shipped = new PurchaseOrder(profile.id(), order, List.of(line));
    if (contrary && shelf != null && shelf.free() >= asked) {
      shelf.allocate(asked);
      world.whim(Whim.NOT_STOPPED, asked);
      SplittableRandom chance = script.random(profile.id() + order + " all the same");
      agenda.at(
          clock.instant().plus(Duration.ofHours(6 + chance.nextInt(24))),
          () -> ship(shipped, List.of(new Accepted(line, shelf, asked)), 1, chance));
      return;
    }
    int units = stops.stop(order, line.line(), asked);
    if (units > 0) {
      if (allocates(order) && shelf != null) {
        shelf.allocate(-units);
      }
      world.whim(Whim.STOPPED, units);
      answer(shipped, line, units, Status.CANCELLED, null, "");
    }
  }

  /** Whether it has put units aside for a purchase order: not for one that it does not answer. */
  private boolean allocates(String order) {
    Whims.Conduct conduct = whims.of(profile.id(), order);
    return conduct != Whims.Conduct.SILENT && conduct != Whims.Conduct.CONTRARY;
  }

  private Shelf shelf(String code) {
    return code.startsWith(profile.skuPrefix())
        ? shelves.get(code.substring(profile.skuPrefix().length()))
        : null;
  }

  /** What turns out to be missing is said in the next stock file, and mostly found again. */
  private void check(Shelf shelf, int wanted, SplittableRandom chance) {
    int missing = shelf.check(wanted);
    if (missing > 0) {
      outbox.changed(shelf);
      if (shelf.expected().isEmpty() && chance.nextDouble() < FOUND_AGAIN) {
        restocks.expect(this, shelf, missing, Duration.ofHours(24 + chance.nextInt(72)));
      }
    }
  }

  private void refuse(PurchaseOrder order, PurchaseOrder.Line line, int units, Shelf shelf) {
    outbox.changed(shelf);
    if (shelf.expected().isPresent()) {
      Shelf.Expected restock = shelf.expected().get();
      answer(order, line, units, Status.BACKORDERED, restock, "order again after the restock");
    } else {
      answer(order, line, units, Status.REJECTED, null, "none in stock");
    }
  }

  private void answer(
      PurchaseOrder order,
      PurchaseOrder.Line line,
      int units,
      Status status,
      Shelf.Expected restock,
      String reason) {
    SupplierAnswer answer =
        new SupplierAnswer(
            profile.id(), order.number(), line.line(), line.sku(), units, status, clock.instant());
    outbox.say(answer, Optional.ofNullable(restock), reason);
    world.answered(answer);
  }

  private void plan(PurchaseOrder order, List<Accepted> accepted, SplittableRandom chance) {
    int units = accepted.stream().mapToInt(Accepted::units).sum();
    long hours = Math.round(profile.leadDays() * 24 * (0.6 + 0.4 * chance.nextDouble()));
    Instant leaves = clock.instant().plus(Duration.ofHours(hours));
    if (units < 2 || chance.nextDouble() >= temper.twoParcels()) {
      agenda.at(leaves, () -> ship(order, accepted, 1, chance));
      return;
    }
    Instant later = leaves.plus(Duration.ofHours(6 + chance.nextInt(24)));
    agenda.at(leaves, () -> ship(order, part(accepted, 0, units / 2), 1, chance));
    agenda.at(later, () -> ship(order, part(accepted, units / 2, units), 2, chance));
  }

  /** The units from one count to another, over all lines; a line may be cut in two. */
  private static List<Accepted> part(List<Accepted> all, int from, int to) {
    List<Accepted> part = new ArrayList<>();
    int passed = 0;
    for (Accepted each : all) {
      int start = Math.max(from, passed);
      int end = Math.min(to, passed + each.units());
      if (end > start) {
        part.add(new Accepted(each.line(), each.shelf(), end - start));
      }
      passed += each.units();
    }
    return part;
  }

  private void ship(
      PurchaseOrder order, List<Accepted> units, int parcel, SplittableRandom chance) {
    String carrier = temper.carriers().get(chance.nextInt(temper.carriers().size()));
    String tracking = Tracking.number(carrier, chance);
    Whims.Conduct conduct = whims.of(profile.id(), order.number());
    for (Accepted each : units) {
      int leaving = stops.leave(order.number(), each.line().line(), each.units());
      if (leaving > 0) {
        Shelf from = fetched(each, leaving, conduct);
        int more = conduct == Whims.Conduct.GENEROUS && from.free() > 0 ? 1 : 0;
        from.allocate(more);
        from.ship(leaving + more);
        if (more > 0) {
          world.whim(Whim.TOO_MANY, more);
        }
        say(order, each.line(), from, leaving + more, carrier, tracking, parcel);
      }
    }
  }

  /** The shelf that the units come from, which may be that of a substitute. */
  private Shelf fetched(Accepted each, int units, Whims.Conduct conduct) {
    Shelf other = shelves.get(whims.substitute(each.shelf().sku()));
    if (conduct != Whims.Conduct.INVENTIVE
        || other == null
        || other == each.shelf()
        || other.free() < units) {
      return each.shelf();
    }
    each.shelf().allocate(-units);
    outbox.changed(each.shelf());
    other.allocate(units);
    world.whim(Whim.SUBSTITUTED, units);
    return other;
  }

  private void say(
      PurchaseOrder order,
      PurchaseOrder.Line line,
      Shelf from,
      int units,
      String carrier,
      String tracking,
      int parcel) {
    Parcel shipped =
        new Parcel(
            profile.id(),
            order.number(),
            line.line(),
            profile.code(from.sku()),
            units,
            carrier,
            tracking,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            "" + parcel);
    outbox.say(shipped);
    outbox.changed(from);
    world.shipped(shipped);
  }
}
