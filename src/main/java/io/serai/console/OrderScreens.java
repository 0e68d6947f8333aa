package io.serai.console;

import io.serai.access.AuditLog;
import io.serai.access.Role;
import io.serai.action.Possible;
import io.serai.delivery.Resending;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import io.serai.view.OrderFilter;
import io.serai.view.OrderRow;
import io.serai.view.OrderStory;
import io.serai.view.OrderStoryView;
import io.serai.view.OrdersView;
import io.serai.view.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** Orders: the list, one order's page, and what is done there. */
public final class OrderScreens {
  private static final int LONGEST_NOTE = 2_000;
  private static final List<String> STATES =
      Arrays.stream(OrderFilter.State.values())
          .map(state -> state.name().toLowerCase(Locale.ROOT))
          .toList();

  private final OrdersView orders = new OrdersView();
  private final OrderStoryView stories = new OrderStoryView();
  private final List<String> channels;
  private final Timeline timeline;
  private final Resending resending;
  private final AuditLog audit;
  private final BiFunction<Handle, Long, Possible> possible;

  /**
   * The screens of a hub.
   *
   * @param possible what may be done to an order, by its id
   */
  public OrderScreens(
      Collection<String> channels,
      Timeline timeline,
      Resending resending,
      AuditLog audit,
      BiFunction<Handle, Long, Possible> possible) {
    this.channels = channels.stream().sorted().toList();
    this.timeline = timeline;
    this.resending = resending;
    this.audit = audit;
    this.possible = possible;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place("/orders", "Orders");
    screens.shows("/orders", this::list);
    screens.shows("/orders/{id}", this::show);
    screens.does("/orders/{id}/note", Role.OPERATOR, this::note);
    screens.does("/orders/{id}/deliveries/{delivery}/send", Role.OPERATOR, this::send);
  }

  private Answer list(Handle handle, Request request) {
    Optional<String> state = Listing.oneOf(request, "state", STATES);
    OrderFilter wanted =
        new OrderFilter(
            request.asked("text"),
            request.asked("channel"),
            state.map(word -> OrderFilter.State.valueOf(word.toUpperCase(Locale.ROOT))),
            request.asked("split").isPresent());
    Slice<OrderRow> found =
        orders.find(handle, wanted, Listing.before(request), Listing.rows(request));
    if (Listing.isFile(request)) {
      return table(found.rows());
    }
    String filter = Listing.filter(request, "text", "channel", "state", "split");
    long since = since(request, found.rows());
    return new Answer.Page(
        "orders.html",
        Map.ofEntries(
            Map.entry("found", found.rows()),
            Map.entry("here", "/orders?" + filter),
            Map.entry("since", since),
            Map.entry("newer", found.rows().stream().filter(row -> row.id() > since).count()),
            Map.entry("older", Listing.older("/orders", filter, found)),
            Map.entry("file", "/orders?" + filter + (filter.isEmpty() ? "" : "&") + "as=csv"),
            Map.entry("channels", channels),
            Map.entry("states", STATES),
            Map.entry("filter", wanted),
            Map.entry("state", state.orElse("")),
            Map.entry("deeds", BulkScreens.DEEDS),
            Map.entry(
                "back",
                "/orders?"
                    + Listing.filter(request, "text", "channel", "state", "split", "before"))));
  }

  // The first page asks for itself again, and says from which order on it does not show any.
  private static long since(Request request, List<OrderRow> rows) {
    if (request.asked("before").isPresent()) {
      return 0;
    }
    long newest = rows.isEmpty() ? 0 : rows.get(0).id();
    long asked = Listing.before(request, "since");
    return asked == Long.MAX_VALUE ? newest : asked;
  }

  private static Answer table(List<OrderRow> found) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "id",
            "channel",
            "number",
            "customer",
            "received",
            "state",
            "ordered",
            "shipped",
            "waiting",
            "held",
            "cancelled",
            "suppliers"));
    for (OrderRow row : found) {
      rows.add(
          List.of(
              Long.toString(row.id()),
              row.channel(),
              row.number(),
              row.customer(),
              row.receivedAt().toString(),
              row.state(),
              Integer.toString(row.ordered()),
              Integer.toString(row.shipped()),
              Integer.toString(row.waiting()),
              Integer.toString(row.held()),
              Integer.toString(row.cancelled()),
              Integer.toString(row.suppliers())));
    }
    return new Answer.Table("orders", rows);
  }

  private Answer show(Handle handle, Request request) {
    OrderStory story = story(handle, request);
    return new Answer.Page(
        "order.html",
        Map.of("order", story, "possible", possible.apply(handle, story.head().id())));
  }

  private OrderStory story(Handle handle, Request request) {
    return stories.read(handle, request.id("id")).orElseThrow(Request.Missing::new);
  }

  private Answer note(Handle handle, Request request) {
    OrderStory.Head order = story(handle, request).head();
    String page = "/orders/" + order.id();
    String text = request.given("text").orElse("");
    if (text.isEmpty() || text.length() > LONGEST_NOTE) {
      return new Answer.Refused(page, "A note has 1 to " + LONGEST_NOTE + " characters.");
    }
    timeline.write(handle, List.of(new Entry(order.id(), "note", request.who() + ": " + text)));
    audit.note(handle, request.who(), "noted", named(order), text);
    return new Answer.Done(page, "The note stands in what has happened.");
  }

  private Answer send(Handle handle, Request request) {
    OrderStory order = story(handle, request);
    String page = "/orders/" + order.head().id();
    OrderStory.Sent delivery =
        order.deliveries().stream()
            .filter(sent -> sent.id() == request.id("delivery"))
            .findFirst()
            .orElseThrow(Request.Missing::new);
    if (!delivery.canBeSent() || !resending.again(handle, delivery.id())) {
      return new Answer.Refused(page, "It is under way, or cannot be sent once more.");
    }
    audit.note(
        handle,
        request.who(),
        "sent again",
        "delivery " + delivery.id(),
        delivery.kind() + " of " + named(order.head()));
    return new Answer.Done(page, "It is sent again within seconds.");
  }

  private static String named(OrderStory.Head order) {
    return "order " + order.channel() + " " + order.number();
  }
}
