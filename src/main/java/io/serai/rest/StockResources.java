package io.serai.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Availability;
import io.serai.channel.Reckoning;
import io.serai.mapping.Json;
import io.serai.view.BackordersView;
import io.serai.view.StockView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stock by SKU with the arithmetic of what may be sold, and who waits for more of it. */
public final class StockResources {
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
  public StockResources(
      Clock clock, ZoneId zone, Collection<String> channels, Availability availability) {
    this.clock = clock;
    this.zone = zone;
    this.channels = channels.stream().sorted().toList();
    this.availability = availability;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources
        .answers("listStock", this::list)
        .answers("getStock", this::sku)
        .answers("listBackorders", this::waits)
        .answers("listBackorderDays", this::days)
        .answers("listQueue", this::queue);
  }

  private Reply list(Handle handle, Call call) {
    Paging paging = Paging.of(call, "stock");
    return paging.replyFrom(
        stock.from(
            handle, paging.from().or(() -> call.asked("from")).orElse(""), paging.most() + 1),
        StockView.Sku::sku);
  }

  private Reply sku(Handle handle, Call call) {
    String sku = call.parameter("sku");
    List<StockView.Offer> offers = stock.offers(handle, sku);
    List<StockView.Told> told = stock.told(handle, channels, sku);
    Reckoning reckoning = availability.reckon(handle, sku);
    if (offers.isEmpty() && told.isEmpty() && reckoning.waiting() == 0) {
      throw Problem.missing("No supplier offers " + sku + ", and nobody waits for it.");
    }
    ObjectNode shape =
        Json.object()
            .put("sku", sku)
            .put("free", reckoning.free())
            .put("waiting", reckoning.waiting())
            .put("sellable", reckoning.sellable());
    shape.set("offers", Shape.list(offers));
    shape.set("counted", Shape.list(reckoning.offers()));
    shape.set("channels", Shape.list(reckoning.channels()));
    shape.set("told", Shape.list(told));
    return Reply.of(shape);
  }

  private Reply waits(Handle handle, Call call) {
    Paging paging = Paging.of(call, "backorders");
    Optional<LocalDate> lateOn =
        call.is("late")
            ? Optional.of(LocalDate.ofInstant(clock.instant(), zone))
            : Optional.empty();
    return paging.replyFrom(
        backorders.from(
            handle,
            paging.from().or(() -> call.asked("from")).orElse(""),
            lateOn,
            paging.most() + 1),
        BackordersView.Sku::sku);
  }

  private Reply days(Handle handle, Call call) {
    ObjectNode body = Json.object();
    body.set("items", Shape.list(backorders.days(handle, MOST_DAYS)));
    return Reply.of(body);
  }

  private Reply queue(Handle handle, Call call) {
    Paging paging = Paging.of(call, "queue");
    List<BackordersView.Place> found =
        backorders.queue(handle, call.parameter("sku"), paging.id(0), paging.most() + 1);
    int most = Math.min(paging.most(), found.size());
    ArrayNode items = Shape.list(found.subList(0, most));
    return paging.reply(
        items, found.size() > most ? Optional.of(found.get(most - 1).id()) : Optional.empty());
  }
}
