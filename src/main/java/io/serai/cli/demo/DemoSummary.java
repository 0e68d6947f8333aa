package io.serai.cli.demo;

import io.serai.balance.Balance;
import io.serai.sandbox.world.Whim;
import io.serai.sandbox.world.WorldSummary;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the demo prints at its end: the hub's own figures beside what the outside saw. */
final class DemoSummary {
  private final Handle handle;
  private final WorldSummary world;
  private final PrintWriter out;

  DemoSummary(Handle handle, WorldSummary world, PrintWriter out) {
    this.handle = handle;
    this.world = world;
    this.out = out;
  }

  /** Prints the table; true when the balance holds and the outside saw what the hub says. */
  boolean print(Duration took) {
    out.println();
    row("Orders taken in", orders("true"), "of them split over suppliers or time", orders(SPLIT));
    row("Order lines", count("select count(*) from order_line"), "units", units("ordered"));
    row(
        "Shipments",
        count("select count(*) from shipment where sent_at is not null"),
        "packages",
        count("select count(*) from package"));
    row("Units shipped", units("shipped"), "cancelled by deadline or hold", units("cancelled"));
    row(
        "Lines backordered",
        count("select count(distinct order_line_id) from backorder"),
        "of all lines, in %",
        percent());
    row(
        "Units backordered",
        count("select coalesce(sum(first_quantity), 0) from backorder"),
        "released by a restock",
        count("select coalesce(sum(released), 0) from backorder"));
    row(
        "Purchase orders sent",
        count("select count(*) from shipment where sent_at is not null"),
        "in files",
        count("select count(*) from document where kind = 'purchase-order' and status = 'sent'"));
    row(
        "  seen by suppliers",
        world.purchaseOrders(),
        "arrived twice",
        world.repeatedPurchaseOrders());
    row(
        "  never answered",
        count("select count(*) from alert where kind = 'no-answer'"),
        "units recalled by file",
        count("select coalesce(sum(quantity), 0) from recall where document_id is not null"));
    row(
        "  units stopped",
        world.units(Whim.STOPPED),
        "shipped all the same",
        world.units(Whim.NOT_STOPPED));
    row(
        "  units too many",
        world.units(Whim.TOO_MANY),
        "of a substitute",
        world.units(Whim.SUBSTITUTED));
    row("Tracking posts", trackingPosts(), "seen by the channels", world.trackingPosts());
    row(
        "  not wanted any more",
        count("select count(*) from delivery where kind = 'tracking' and note is not null"),
        "orders cancelled by customers",
        count(
            "select count(distinct order_id) from timeline where text like '%channel cancelled%'"));
    row(
        "Cancellations posted",
        done("cancellation"),
        "units seen by the channels",
        world.unitsCancelled());
    row(
        "Stock pushes",
        done("stock"),
        "SKU quantities seen by the channels",
        world.stockSettings());
    row(
        "  sold but not there, SKUs",
        count("select count(*) from oversell"),
        "units kept back since",
        count("select coalesce(sum(learned), 0) from oversell"));
    row("Mails sent", done("mail"), "caught", world.mails());
    row("SMS sent", done("sms"), "taken", world.texts());
    row(
        "Letters of a first part",
        letters("partial"),
        "that it is in stock again",
        letters("back-in-stock"));
    row("  of a delay", letters("delayed"), "of a renewed one", renewed());
    row("Choices to wait", choices("wait"), "to cancel", choices("cancel"));
    row(
        "  to take something else",
        choices("substitute"),
        "silence taken for a cancellation",
        count("select count(distinct order_id) from timeline where text like '%no answer%'"));
    row(
        "Waits dated by stock files",
        dated("advice"),
        "by acknowledgments",
        dated("acknowledgment"));
    row("  by the usual delay", dated("history"), "by nobody", dated("none"));
    alerts();
    row(
        "In quarantine",
        count("select count(*) from document where status = 'quarantined'"),
        "deliveries",
        count("select count(*) from delivery where state = 'quarantined'"));
    printQuarantine();
    printHeld();
    List<String> broken = Balance.check(handle);
    broken.forEach(out::println);
    boolean agreed = agrees();
    out.printf(
        Locale.ROOT,
        "Balance: %s. %.1f seconds.%n",
        broken.isEmpty() && agreed ? "holds" : "BROKEN",
        took.toMillis() / 1000.0);
    out.flush();
    return broken.isEmpty() && agreed;
  }

  private static final String SPLIT =
      "(select count(*) from shipment s where s.order_id = o.id) + "
          + "(select count(*) from backorder b where b.order_id = o.id and b.released = 0) > 1";

  private boolean agrees() {
    boolean agreed = true;
    agreed &=
        same(
            "purchase orders",
            count("select count(*) from shipment where sent_at is not null"),
            world.purchaseOrders());
    agreed &= same("tracking posts", tellableTrackingPosts(), world.trackingPosts());
    agreed &= same("mails", done("mail"), world.mails());
    agreed &= same("SMS", done("sms"), world.texts());
    return agreed;
  }

  private boolean same(String what, long ours, long theirs) {
    if (ours != theirs) {
      out.println(
          "broken: the hub has sent " + ours + " " + what + ", and " + theirs + " were seen");
    }
    return ours == theirs;
  }

  private void printQuarantine() {
    handle
        .createQuery(
            "select fault from document where status = 'quarantined' union all select fault from delivery where state = 'quarantined' limit 10")
        .mapTo(String.class)
        .forEach(fault -> out.println("    " + fault));
  }

  // A line that was released has joined the queue, and has a backorder from then on.
  private void printHeld() {
    handle
        .createQuery(
            """
            select o.number, l.line, l.sku from order_line l join customer_order o on o.id = l.order_id
            where l.hold_reason is not null and (l.held > 0 or l.cancelled > 0)
              and not exists (select 1 from backorder b where b.order_line_id = l.id)
            order by o.id, l.id limit 10""")
        .map(
            (row, context) ->
                "    order "
                    + row.getString("number")
                    + ", line "
                    + row.getString("line")
                    + ": no supplier offers the SKU "
                    + row.getString("sku"))
        .forEach(out::println);
  }

  private long orders(String condition) {
    return count("select count(*) from customer_order o where " + condition);
  }

  private long units(String place) {
    return count("select coalesce(sum(" + place + "), 0) from order_line");
  }

  private long trackingPosts() {
    return count(
        "select count(*) from delivery where state = 'done' and kind = 'tracking' and note is null");
  }

  // The store cannot tell two packages of the same lines under one tracking number apart.
  private long tellableTrackingPosts() {
    return count(
        """
        select count(*) from (
          select distinct order_id, payload ->> 'tracking', (
            select array_agg(distinct line ->> 'line') from jsonb_array_elements(payload -> 'lines') as line)
          from delivery where state = 'done' and kind = 'tracking' and note is null) as told""");
  }

  private long renewed() {
    return count(
        "select count(*) from delivery where kind = 'mail' and (payload ->> 'renewed')::boolean");
  }

  private long dated(String source) {
    return count("select count(*) from backorder where eta_source = '" + source + "'");
  }

  private void alerts() {
    String kinds =
        handle
            .createQuery("select kind, count(*) as times from alert group by kind order by kind")
            .map((row, context) -> row.getString("kind") + " " + row.getLong("times"))
            .collect(Collectors.joining(", "));
    out.println("Alerts to the merchant: " + (kinds.isEmpty() ? "none" : kinds));
  }

  private long done(String kind) {
    return count("select count(*) from delivery where state = 'done' and kind = '" + kind + "'");
  }

  private long choices(String kind) {
    return count("select count(*) from choice where kind = '" + kind + "'");
  }

  private long letters(String template) {
    return count(
        "select count(*) from delivery where kind = 'mail' and payload ->> 'template' = '"
            + template
            + "'");
  }

  private long percent() {
    return count(
        "select 100 * count(distinct b.order_line_id) / greatest(count(distinct l.id), 1) from order_line l left join backorder b on b.order_line_id = l.id");
  }

  private long count(String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  private void row(String first, long figure, String second, long other) {
    out.printf(Locale.ROOT, "%-24s %,10d    %-38s %,10d%n", first, figure, second, other);
  }
}
