package io.serai.hub;

import io.serai.alert.Alerts;
import io.serai.database.Database;
import io.serai.delivery.DeliveryStore;
import io.serai.event.EventStore;
import io.serai.event.OrderWatch;
import io.serai.webhook.Sending;
import io.serai.webhook.SubscriptionStore;
import io.serai.webhook.Subscriptions;
import java.time.Clock;
import java.util.Map;

/** Puts the parts of webhooks out together, by hand, as {@link Parts} does with the hub's. */
final class WebhookParts {
  private final Merchant merchant;
  private final Clock clock;
  private final DeliveryStore deliveries;
  private final EventStore events;
  private final OrderWatch watch;
  private final SubscriptionStore store = new SubscriptionStore();

  WebhookParts(Merchant merchant, Clock clock, DeliveryStore deliveries, EventStore events) {
    this.merchant = merchant;
    this.clock = clock;
    this.deliveries = deliveries;
    this.events = events;
    this.watch = new OrderWatch(clock, events);
  }

  /** What people and programs do with webhooks. */
  Subscriptions subscriptions() {
    WebhookTerms terms = merchant.webhooks();
    return new Subscriptions(clock, store, events, watch, terms.destination(), terms.secrets());
  }

  /** The beans that routes call. */
  Map<String, Object> beans(Database database, Alerts alerts) {
    WebhookTerms terms = merchant.webhooks();
    Sending sending =
        new Sending(
            merchant.hub(), deliveries, events, store, alerts, terms.secrets(), terms.pauseAfter());
    return Map.of(
        "events",
        new EventDesk(database, clock, watch, events, terms.keep()),
        "subscriptions",
        new SubscriptionDesk(database, sending, new WebhookPost(terms.destination())));
  }
}
