package io.serai.hub;

import io.serai.config.Configuration;
import io.serai.webhook.Destination;
import io.serai.webhook.SecretBox;
import java.time.Duration;

/**
 * How others are told of events.
 *
 * @param keep how long an event can be sent again
 * @param pauseAfter how long a subscription may take nothing before it is paused
 * @param destination where messages may go
 * @param secrets in which the subscriptions' secrets are kept
 */
record WebhookTerms(
    Duration keep, Duration pauseAfter, Destination destination, SecretBox secrets) {
  /** As in a fresh configuration, under a key that is no secret. */
  static final WebhookTerms REHEARSAL =
      new WebhookTerms(
          Duration.ofDays(30),
          Duration.ofDays(3),
          new Destination(false, false),
          new SecretBox(() -> "a rehearsal"));

  static WebhookTerms of(Configuration configuration) {
    var webhooks = configuration.webhooks();
    SecretKeyFile file = new SecretKeyFile(configuration.hub().dataFolder());
    return new WebhookTerms(
        webhooks.keep(),
        webhooks.pauseAfter(),
        new Destination(webhooks.allowHttp(), webhooks.publicOnly()),
        new SecretBox(() -> webhooks.secretKey().map(key -> key.reveal()).orElseGet(file::key)));
  }
}
