package io.serai.hub;

import io.serai.config.Configuration;
import io.serai.config.Notifier;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How customers are reached beside mail.
 *
 * @param smsNotifiers the configured notifiers that send SMS
 * @param publicUrl where customers find their pages; without it they have no links
 * @param pageLife how long a page can be seen after its order has ended
 */
record CustomerCare(List<String> smsNotifiers, Optional<URI> publicUrl, Duration pageLife) {
  /** Mail alone. */
  static final CustomerCare NONE =
      new CustomerCare(List.of(), Optional.empty(), Duration.ofDays(60));

  static CustomerCare of(Configuration configuration) {
    return new CustomerCare(
        notifiers(configuration, "sms"),
        configuration.hub().publicUrl(),
        configuration.hub().pageLife());
  }

  /** The enabled notifiers of a medium. */
  static List<String> notifiers(Configuration configuration, String medium) {
    return configuration.notifiers().values().stream()
        .filter(Notifier::enabled)
        .filter(notifier -> notifier.medium().equals(medium))
        .map(Notifier::id)
        .toList();
  }
}
