package io.serai.edi;

import io.serai.document.Refused;
import io.serai.edi.document.ShipNotice;
import io.serai.exchange.SupplierFile.NoticedLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is in which carton of a ship notice, and by which numbers it is followed: the carton's own
 * and its item's; where there are none, those of the pallet that it stands on; else the shipment's.
 */
final class Packing {
  private final SupplierFiles files;
  private final ShipNotice notice;
  private final Map<String, ShipNotice.Container> containers;

  Packing(SupplierFiles files, ShipNotice notice) {
    this.files = files;
    this.notice = notice;
    this.containers =
        notice.containers().stream()
            .collect(
                Collectors.toMap(
                    ShipNotice.Container::id, Function.identity(), (first, second) -> first));
  }

  NoticedLine noticed(ShipNotice.Item item) {
    Optional<ShipNotice.Container> container = container(item.container());
    String carrier = item.carrier().isEmpty() ? notice.carrier() : item.carrier();
    String sscc = container.map(ShipNotice.Container::sscc).orElse("");
    return new NoticedLine(
        item.place(),
        item.poNumber(),
        files.lineNumber(item.place(), item.line()),
        files.code(item.place(), item.products()),
        files.units(item.place(), item.quantity(), item.unit()),
        carrier,
        tracking(item, container),
        notice.shippedAt(),
        // A level's own number counts within its notice alone.
        sscc.isEmpty() ? container.map(each -> "#" + each.id()).orElse("") : sscc,
        sscc);
  }

  private List<String> tracking(ShipNotice.Item item, Optional<ShipNotice.Container> container) {
    Set<String> numbers = new LinkedHashSet<>();
    container.ifPresent(each -> numbers.addAll(each.tracking()));
    numbers.addAll(item.tracking());
    Optional<ShipNotice.Container> around = container;
    for (int level = 0; numbers.isEmpty() && around.isPresent(); level++) {
      around = level > containers.size() ? Optional.empty() : container(around.get().parent());
      around.ifPresent(each -> numbers.addAll(each.tracking()));
    }
    if (numbers.isEmpty()) {
      numbers.addAll(notice.tracking());
    }
    if (numbers.isEmpty()) {
      throw new Refused(
          item.place() + ": it has no tracking number",
          "Ask the supplier for one, as MAN+CP or REF+CN (X12), RFF+CN (EDIFACT).");
    }
    return List.copyOf(numbers);
  }

  private Optional<ShipNotice.Container> container(String id) {
    return Optional.ofNullable(containers.get(id));
  }
}
