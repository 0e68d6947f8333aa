package io.serai.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One configured account of a marketplace or store.
 *
 * @param connector a connector of kind channel
 * @param enabled whether the account takes part
 * @param poll how often it is asked for orders
 * @param pushStock how often changed availability is pushed; zero for never
 * @param stockSweepHour from which hour of the merchant's day all availability is pushed once more
 * @param availability how much of the stock it is told of
 * @param priority the higher, the further in front in the backorder queue
 * @param customerPriority the same for classes of customers, instead of the channel's own
 * @param customerMail whether Serai tells this channel's customers
 * @param shopName the name that customers know the shop by
 */
public record Channel(
    String id,
    String connector,
    boolean enabled,
    Duration poll,
    Duration pushStock,
    int stockSweepHour,
    ChannelAvailability availability,
    int priority,
    Map<String, Integer> customerPriority,
    boolean customerMail,
    Optional<String> shopName,
    Settings settings) {}
