package io.serai.config;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * @param messages which kinds of message go by each medium
 * @param language for customers whose own has no words, a BCP 47 tag
 * @param quietHours by medium
 * @param colors of the customer's page
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
    Map<String, Set<String>> messages,
    String language,
    Map<String, QuietHours> quietHours,
    Colors colors,
    Optional<String> shopName,
    Settings settings) {

  /** When customers are left in peace. */
  public record QuietHours(LocalTime from, LocalTime to) {}

  /** Colours, each as {@code #rrggbb}. */
  public record Colors(String accent, String background) {}
}
