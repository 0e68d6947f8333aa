package io.serai.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.alert.Alerts;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.mapping.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Writes to the merchant what there is to know soon. Alerts that come within five minutes go in one
 * letter, so that a bad hour is no flood of mail.
 */
public final class AlertLetters {
  private static final Duration GATHER = Duration.ofMinutes(5);
  private static final int MOST_IN_A_LETTER = 200;

  private final Alerts alerts;
  private final DeliveryStore deliveries;
  private final List<String> notifiers;
  private final Optional<String> recipient;

  /**
   * The letters to the merchant.
   *
   * @param notifiers the configured notifiers that send mail
   * @param recipient the address; if absent, alerts only stand in the database
   */
  public AlertLetters(
      Alerts alerts, DeliveryStore deliveries, List<String> notifiers, Optional<String> recipient) {
    this.alerts = alerts;
    this.deliveries = deliveries;
    this.notifiers = notifiers;
    this.recipient = recipient;
  }

  /** Owes the next letter, if there is something to tell; true when there may be more. */
  public boolean tell(Handle handle) {
    if (recipient.isEmpty() || notifiers.isEmpty()) {
      return false;
    }
    List<Alerts.Untold> news = alerts.gathered(handle, GATHER, MOST_IN_A_LETTER);
    if (news.isEmpty()) {
      return false;
    }
    deliveries.owe(handle, List.of(letter(news)));
    alerts.told(handle, news);
    return news.size() == MOST_IN_A_LETTER;
  }

  private Owed letter(List<Alerts.Untold> news) {
    ObjectNode facts = Json.object().put("template", "alerts").put("to", recipient.orElseThrow());
    ArrayNode list = facts.putArray("alerts");
    news.forEach(
        each ->
            list.addObject()
                .put("at", each.at().toString())
                .put("kind", each.alert().kind())
                .put("text", each.alert().text()));
    String notifier = notifiers.get(0);
    return new Owed(
        "mail",
        notifier,
        notifier + ":alerts:" + news.get(0).id() + "-" + news.get(news.size() - 1).id(),
        Optional.empty(),
        Optional.empty(),
        facts);
  }
}
