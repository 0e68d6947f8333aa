package io.serai.page;

import io.serai.choice.OpenChoice;
import io.serai.order.Order;
import io.serai.order.Shop;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What the page of an order shows.
 *
 * @param waiting what waits, with what the customer may choose
 * @param replaced which lines stand in the place of which, by line id
 * @param zone in which days are counted
 */
public record OrderPage(
    Order order,
    Shop shop,
    List<Parcel> parcels,
    List<OpenChoice> waiting,
    Map<Long, Long> replaced,
    ZoneId zone) {}
