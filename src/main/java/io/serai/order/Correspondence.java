package io.serai.order;

import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/**
 * How the customers of a channel are told.
 *
 * @param language the BCP 47 tag of the language for customers whose own has no words
 * @param kinds which kinds of message go by each medium
 * @param quietHours in which nothing is sent, by medium
 */
public record Correspondence(
    String language, Map<String, Set<String>> kinds, Map<String, QuietHours> quietHours) {
  /** Letters by mail. */
  public static final String MAIL = "mail";

  /** Short messages to a phone. */
  public static final String SMS = "sms";

  /** Every kind by mail at any hour, the urgent ones by SMS in the day, in English. */
  public static final Correspondence USUAL =
      new Correspondence(
          "en",
          Map.of(
              MAIL,
              Set.of(
                  "confirmed",
                  "partial",
                  "shipped",
                  "delayed",
                  "back-in-stock",
                  "cancelled",
                  "answered"),
              SMS,
              Set.of("shipped", "delayed", "back-in-stock", "cancelled")),
          Map.of(SMS, new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))));

  /** Whether a kind of message goes by a medium. */
  public boolean tells(String kind, String medium) {
    return kinds.getOrDefault(medium, Set.of()).contains(kind);
  }

  /** The quiet hours of a medium. */
  public QuietHours quiet(String medium) {
    return quietHours.getOrDefault(medium, QuietHours.NONE);
  }
}
