package io.serai.hub;

import io.serai.config.Channel;
import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How programs may call the hub.
 *
 * @param requestsPerMinute of each token
 * @param largestBody in bytes
 * @param connectors of the channels that are enabled
 */
record RestTerms(int requestsPerMinute, int largestBody, Map<String, String> connectors) {
  // Several hundred lines to an order, and 5000 offers, with room.
  private static final int LARGEST_BODY = 1024 * 1024;

  /** As in a fresh configuration, with a channel that pushes its orders. */
  static final RestTerms REHEARSAL = new RestTerms(600, LARGEST_BODY, Map.of("dtc", "api"));

  /** The channels whose connectors say that their orders are pushed. */
  Set<String> pushing(ConnectorCatalog catalog) {
    return connectors.entrySet().stream()
        .filter(
            channel ->
                catalog
                    .find(ConnectorKind.CHANNEL, channel.getValue())
                    .filter(connector -> connector.declared().path("pushed").asBoolean())
                    .isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  static RestTerms of(Configuration configuration) {
    Map<String, String> connectors = new LinkedHashMap<>();
    configuration.channels().values().stream()
        .filter(Channel::enabled)
        .forEach(channel -> connectors.put(channel.id(), channel.connector()));
    return new RestTerms(configuration.api().requestsPerMinute(), LARGEST_BODY, connectors);
  }
}
