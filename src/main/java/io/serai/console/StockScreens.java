package io.serai.console;

import io.serai.channel.Availability;
import io.serai.view.BackordersView;
import io.serai.view.StockView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stock by SKU with the arithmetic of what may be sold, and who waits for more of it. */
public final class StockScreens {
  private static final int MOST_DAYS = 60;

  private final StockView stock = new StockView();
  private final BackordersView backorders = new BackordersView();
  private final Clock clock;
  private final ZoneId zone;
  private final List<String> channels;
  private final Availability availability;

  /**
   * The stock of a hub.
   *
   * @param zone whose midnight makes an estimate late
   */
  public StockScreens(
      Clock clock, ZoneId zone, Collection<String> channels, Availability availability) {
    this.clock = clock;
    this.zone = zone;
    this.channels = channels.stream().sorted().toList();
    this.availability = availability;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place("/backorders", "Backorders");
    screens.shows("/backorders", this::waits);
    screens.shows("/backorders/queue", this::queue);
    screens.place("/stock", "Stock");
    screens.shows("/stock", this::list);
    screens.shows("/stock/sku", this::sku);
  }

  private Answer list(Handle handle, Request request) {
    int most = Listing.rows(request);
    String from = request.asked("sku").orElse("");
    List<StockView.Sku> found = stock.from(handle, from, most + 1);
    List<StockView.Sku> rows = found.subList(0, Math.min(most, found.size()));
    if (Listing.isFile(request)) {
      return table(rows);
    }
    return new Answer.Page(
        "stock.html",
        Map.of(
            "found",
            rows,
            "from",
            from,
            "next",
            next("/stock?", found.stream().map(StockView.Sku::sku).toList()),
            "file",
            "/stock?as=csv&sku=" + Listing.encoded(from)));
  }

  private static Answer table(List<StockView.Sku> found) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("sku", "suppliers", "on_hand", "reserved", "waiting"));
    for (StockView.Sku sku : found) {
      rows.add(
          List.of(
              sku.sku(),
              Integer.toString(sku.suppliers()),
              Long.toString(sku.onHand()),
              Long.toString(sku.reserved()),
              Long.toString(sku.waiting())));
    }
    return new Answer.Table("stock", rows);
  }

  private Answer sku(Handle handle, Request request) {
    String sku = request.asked("sku").orElseThrow(Request.Missing::new);
    return new Answer.Page(
        "sku.html",
        Map.of(
            "sku", sku,
            "offers", stock.offers(handle, sku),
            "told", stock.told(handle, channels, sku),
            "reckoning", availability.reckon(handle, sku)));
  }

  private Answer waits(Handle handle, Request request) {
    boolean late = request.asked("late").isPresent();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<BackordersView.Sku> found =
        backorders.from(
            handle,
            request.asked("sku").orElse(""),
            late ? Optional.of(today) : Optional.empty(),
            Listing.PAGE + 1);
    return new Answer.Page(
        "backorders.html",
        Map.of(
            "found", found.subList(0, Math.min(Listing.PAGE, found.size())),
            "next",
                next(
                    "/backorders?" + (late ? "late=yes&" : ""),
                    found.stream().map(BackordersView.Sku::sku).toList()),
            "days", backorders.days(handle, MOST_DAYS),
            "today", today,
            "late", late));
  }

  private Answer queue(Handle handle, Request request) {
    String sku = request.asked("sku").orElseThrow(Request.Missing::new);
    long after = Listing.before(request, "after");
    List<BackordersView.Place> found =
        backorders.queue(handle, sku, after == Long.MAX_VALUE ? 0 : after, Listing.PAGE + 1);
    List<BackordersView.Place> places = found.subList(0, Math.min(Listing.PAGE, found.size()));
    String next =
        found.size() > Listing.PAGE
            ? "/backorders/queue?sku="
                + Listing.encoded(sku)
                + "&after="
                + places.get(Listing.PAGE - 1).id()
            : "";
    return new Answer.Page(
        "queue.html",
        Map.of(
            "sku",
            sku,
            "queue",
            places,
            "next",
            next,
            "deeds",
            BulkScreens.WAIT_DEEDS,
            "back",
            "/backorders/queue?" + Listing.filter(request, "sku", "after")));
  }

  // The one that is too many for a page begins the next.
  private static String next(String path, List<String> found) {
    return found.size() > Listing.PAGE
        ? path + "sku=" + Listing.encoded(found.get(Listing.PAGE))
        : "";
  }
}
