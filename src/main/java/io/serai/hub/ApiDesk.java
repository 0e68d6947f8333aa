package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.AccountSettings;
import io.serai.api.Api;
import io.serai.api.ApiAccount;
import io.serai.api.Operation;
import io.serai.api.Pause;
import io.serai.api.Transport;
import io.serai.api.WebhookAccount;
import io.serai.config.Channel;
import io.serai.config.Configuration;
import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.delivery.Rejected;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Bean {@code apis}: the channels whose connectors declare how to speak to them. */
public final class ApiDesk {
  private final Map<String, ApiAccount> accounts;
  private final Map<String, WebhookAccount> webhooks;
  private final Map<String, String> connectors;

  ApiDesk(Map<String, ApiAccount> accounts) {
    this(accounts, Map.of());
  }

  ApiDesk(Map<String, ApiAccount> accounts, Map<String, WebhookAccount> webhooks) {
    this(accounts, webhooks, Map.of());
  }

  private ApiDesk(
      Map<String, ApiAccount> accounts,
      Map<String, WebhookAccount> webhooks,
      Map<String, String> connectors) {
    this.accounts = accounts;
    this.webhooks = webhooks;
    this.connectors = connectors;
  }

  /** The enabled channels of the configuration whose connector has a block {@code api}. */
  static ApiDesk of(Configuration configuration, ConnectorCatalog connectors, Clock clock) {
    Transport transport = new HttpTransport();
    double pace = configuration.hub().clock().map(time -> time.rate().doubleValue()).orElse(1.0);
    Map<String, ApiAccount> accounts = new LinkedHashMap<>();
    Map<String, WebhookAccount> webhooks = new LinkedHashMap<>();
    configuration.channels().values().stream()
        .filter(Channel::enabled)
        .forEach(
            channel -> {
              Connector connector =
                  connectors.find(ConnectorKind.CHANNEL, channel.connector()).orElseThrow();
              account(channel, connector, clock, pace, transport)
                  .ifPresent(account -> accounts.put(channel.id(), account));
              WebhookAccount.of(
                      connector,
                      new AccountSettings(connector, channel.settings()),
                      Optional.ofNullable(accounts.get(channel.id())))
                  .ifPresent(account -> webhooks.put(channel.id(), account));
            });
    Map<String, String> byChannel = new LinkedHashMap<>();
    configuration.channels().forEach((id, channel) -> byChannel.put(id, channel.connector()));
    return new ApiDesk(accounts, webhooks, byChannel);
  }

  /** The connector of a channel that is configured. */
  Optional<String> connector(String channel) {
    return Optional.ofNullable(connectors.get(channel));
  }

  /** The next page of orders. */
  public JsonNode orders(
      @ExchangeProperty("account") String account, @Header("cursor") String cursor) {
    return account(account).orders(cursor == null ? "" : cursor);
  }

  /** One order that a notification has named. */
  public JsonNode order(@ExchangeProperty("account") String account, JsonNode news) {
    return account(account).order(news.path("order").asText());
  }

  /** Tells the channel what it is owed, of the kind that the delivery has. */
  public void tell(
      @ExchangeProperty("account") String account,
      @Header("deliveryKind") String kind,
      @Header("deliveryKey") String key,
      @Header("deliveryAttempts") int attempts,
      JsonNode payload) {
    Operation operation =
        Operation.of(kind).orElseThrow(() -> new Rejected("channels are not told of " + kind));
    account(account).tell(operation, key, attempts, payload);
  }

  /** The channels that want to hear that an order has been taken in. */
  Set<String> acknowledging() {
    return accounts.values().stream()
        .filter(account -> account.declares(Operation.ACKNOWLEDGE))
        .map(ApiAccount::id)
        .collect(Collectors.toSet());
  }

  /** The channels that may notify the hub. */
  Map<String, WebhookAccount> webhooks() {
    return Map.copyOf(webhooks);
  }

  private ApiAccount account(String id) {
    return Optional.ofNullable(accounts.get(id))
        .orElseThrow(
            () ->
                new Rejected(
                    "the connector of channel "
                        + id
                        + " has neither a block api nor a Kamelet for this"));
  }

  private static Optional<ApiAccount> account(
      Channel channel, Connector connector, Clock clock, double pace, Transport transport) {
    // Tokens go by real time, as the other side's do; what a rehearsal's channel grants in a day,
    // it
    // grants in one of the rehearsal's days.
    return Api.of(connector)
        .map(api -> api.paced(pace))
        .map(
            api ->
                new ApiAccount(
                    channel.id(),
                    api,
                    new AccountSettings(connector, channel.settings()),
                    clock,
                    Clock.systemUTC(),
                    transport,
                    Pause.REAL));
  }
}
