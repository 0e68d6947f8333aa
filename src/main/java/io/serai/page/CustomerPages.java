package io.serai.page;

import io.serai.choice.Choice;
import io.serai.choice.Choices;
import io.serai.choice.Outcome;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import io.serai.order.Shop;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Shows an order to whoever has its link, and takes what the customer chooses. */
public final class CustomerPages {
  private final OrderStore orders;
  private final Choices choices;
  private final PageStore pages;
  private final Map<String, Shop> shops;
  private final ZoneId zone;

  /**
   * The pages.
   *
   * @param shops the configured channels, by id
   * @param zone in which days are counted
   */
  public CustomerPages(
      OrderStore orders, Choices choices, PageStore pages, Map<String, Shop> shops, ZoneId zone) {
    this.orders = orders;
    this.choices = choices;
    this.pages = pages;
    this.shops = shops;
    this.zone = zone;
  }

  /** The order that a token leads to, as its page shows it; nothing is changed. */
  public Optional<OrderPage> show(Handle handle, String token) {
    return pages.order(handle, token).map(id -> page(handle, id));
  }

  /** Lets a choice take effect for the order that a token leads to. */
  public Optional<Outcome> choose(Handle handle, String token, Choice choice) {
    return pages.order(handle, token).map(id -> choices.apply(handle, id, choice));
  }

  private OrderPage page(Handle handle, long id) {
    Order order = orders.load(handle, Set.of(id)).get(id);
    Shop shop =
        shops.getOrDefault(order.channel(), new Shop(order.channel(), 0, order.channel(), false));
    return new OrderPage(
        order,
        shop,
        pages.parcels(handle, id),
        choices.open(handle, order),
        pages.replaced(handle, id),
        zone);
  }
}
