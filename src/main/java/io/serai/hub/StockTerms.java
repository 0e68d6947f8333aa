package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.ChannelTerms;
import io.serai.channel.Sharing;
import io.serai.config.Channel;
import io.serai.config.ChannelAvailability;
import io.serai.config.Configuration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** What the configuration says of stock: when it is too old, and what channels are told of it. */
final class StockTerms {
  private StockTerms() {}

  /** The age at which a supplier's stock does not count any more, for those that have one. */
  static Map<String, Duration> maxAge(Configuration configuration) {
    JsonNode usual = configuration.rules().path("stock").path("maxAgeHours");
    Map<String, Duration> ages = new LinkedHashMap<>();
    configuration
        .suppliers()
        .forEach(
            (id, supplier) -> {
              OptionalInt own = supplier.stockMaxAgeHours();
              if (own.isPresent() || usual.isInt()) {
                ages.put(id, Duration.ofHours(own.orElse(usual.asInt())));
              }
            });
    return ages;
  }

  /** How the stock is divided over the channels. */
  static Sharing sharing(Configuration configuration) {
    JsonNode rules = configuration.rules().path("availability");
    return new Sharing(
        Sharing.Split.valueOf(rules.path("split").asText("shared").toUpperCase(Locale.ROOT)),
        rules.path("keepUnits").asInt(5),
        configuration.channels().values().stream()
            .filter(Channel::enabled)
            .map(StockTerms::terms)
            .toList());
  }

  private static ChannelTerms terms(Channel channel) {
    ChannelAvailability availability = channel.availability();
    return new ChannelTerms(
        channel.id(),
        channel.priority(),
        availability.share(),
        availability.buffer(),
        availability.maximum(),
        availability.learnBuffer() ? availability.learnBufferMaximum() : 0,
        channel.stockSweepHour());
  }
}
