package io.serai.edi.write;

import io.serai.edi.document.OrderLine;
import io.serai.edi.document.ShipNotice;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DESADV: CPS 1 is the shipment, and each container a CPS below it. */
final class EdifactShipNotice {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
  private static final String WHOLE = "1";

  private final EdifactSets sets;
  private final SegmentWriter out;
  private final Map<String, String> levelOf = new HashMap<>();
  private int line;

  EdifactShipNotice(EdifactSets sets, SegmentWriter out) {
    this.sets = sets;
    this.out = out;
  }

  void write(ShipNotice notice) {
    LocalDateTime left = LocalDateTime.ofInstant(notice.shippedAt(), ZoneOffset.UTC);
    out.segment("BGM", "351", notice.number(), sets.purpose(notice.purpose()));
    sets.date("137", left.toLocalDate());
    out.segment("DTM", List.of("11", MINUTE.format(left), "203"));
    notice.expected().ifPresent(day -> sets.date("17", day));
    notice.tracking().forEach(number -> out.segment("RFF", List.of("CN", number)));
    sets.references(notice.references());
    sets.parties(notice.parties());
    if (!notice.carrier().isEmpty()) {
      out.segment("TDT", "20", "", "30", "", notice.carrier());
    }
    out.segment("CPS", WHOLE);
    items(notice, "");
    int level = 1;
    for (ShipNotice.Container container : notice.containers()) {
      level++;
      container(container, Integer.toString(level));
      items(notice, container.id());
    }
    sets.count(line);
  }

  private void container(ShipNotice.Container container, String id) {
    levelOf.put(container.id(), id);
    out.segment("CPS", id, levelOf.getOrDefault(container.parent(), WHOLE));
    out.segment("PAC", "1", "", container.type().equals("pallet") ? "201" : "CT");
    if (!container.sscc().isEmpty() || !container.tracking().isEmpty()) {
      out.segment("PCI", "33E");
    }
    container.tracking().forEach(number -> out.segment("RFF", List.of("CN", number)));
    if (!container.sscc().isEmpty()) {
      out.segment("GIN", "BJ", container.sscc());
    }
  }

  private void items(ShipNotice notice, String container) {
    for (ShipNotice.Item item : notice.items()) {
      if (item.container().equals(container)) {
        item(item);
      }
    }
  }

  private void item(ShipNotice.Item item) {
    line++;
    sets.lin(
        new OrderLine(
            Integer.toString(line),
            item.products(),
            item.quantity(),
            item.unit(),
            Optional.empty(),
            ""),
        "");
    sets.quantity("12", item.quantity(), item.unit());
    if (!item.poNumber().isEmpty()) {
      out.segment("RFF", List.of("ON", item.poNumber(), item.line()));
    }
    item.tracking().forEach(number -> out.segment("RFF", List.of("CN", number)));
  }
}
