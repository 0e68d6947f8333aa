package io.serai.edi.write;

import io.serai.edi.document.ShipNotice;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 856: the shipment, its containers, in each the purchase orders, and in those the items. */
final class X12ShipNotice {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  private final X12Sets sets;
  private final SegmentWriter out;
  private final Map<String, String> levelOf = new HashMap<>();
  private int level;

  X12ShipNotice(X12Sets sets, SegmentWriter out) {
    this.sets = sets;
    this.out = out;
  }

  void write(ShipNotice notice) {
    LocalDateTime left = LocalDateTime.ofInstant(notice.shippedAt(), ZoneOffset.UTC);
    String day = X12Sets.day(left.toLocalDate());
    String time = TIME.format(left);
    out.segment("BSN", sets.purpose(notice.purpose()), notice.number(), day, time, "0001");
    String shipment = hl("", "S");
    carrier(notice.carrier());
    notice.tracking().forEach(number -> out.segment("REF", "CN", number));
    sets.references(notice.references());
    out.segment("DTM", "011", day, time, "UT");
    notice.expected().ifPresent(date -> out.segment("DTM", "017", X12Sets.day(date)));
    sets.parties(notice.parties());
    for (ShipNotice.Container container : notice.containers()) {
      container(container, shipment);
    }
    items(notice, shipment);
    sets.totals(level);
  }

  private void container(ShipNotice.Container container, String shipment) {
    String parent = levelOf.getOrDefault(container.parent(), shipment);
    levelOf.put(container.id(), hl(parent, container.type().equals("pallet") ? "T" : "P"));
    if (!container.sscc().isEmpty()) {
      out.segment("MAN", "GM", container.sscc());
    }
    container.tracking().forEach(number -> out.segment("MAN", "CP", number));
  }

  private void items(ShipNotice notice, String shipment) {
    String order = "";
    String last = "";
    for (ShipNotice.Item item : notice.items()) {
      String place = item.container() + "\n" + item.poNumber();
      if (!place.equals(last)) {
        order = hl(levelOf.getOrDefault(item.container(), shipment), "O");
        if (!item.poNumber().isEmpty()) {
          out.segment("PRF", item.poNumber());
        }
        last = place;
      }
      item(item, order);
    }
  }

  private void item(ShipNotice.Item item, String order) {
    hl(order, "I");
    List<Object> lin = new ArrayList<>();
    lin.add(item.line());
    lin.addAll(sets.products(item.products()));
    out.segment("LIN", lin.toArray());
    sets.addToHash(item.quantity());
    out.segment("SN1", item.line(), X12Sets.number(item.quantity()), sets.unit(item.unit()));
    carrier(item.carrier());
    item.tracking().forEach(number -> out.segment("REF", "CN", number));
  }

  private void carrier(String carrier) {
    if (!carrier.isEmpty()) {
      out.segment("TD5", "", "2", carrier);
    }
  }

  private String hl(String parent, String code) {
    String id = Integer.toString(++level);
    out.segment("HL", id, parent, code);
    return id;
  }
}
