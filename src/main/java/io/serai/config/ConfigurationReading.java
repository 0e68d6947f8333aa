package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;

/** Makes the records of a configuration from a tree that is checked and filled with defaults. */
final class ConfigurationReading {
  private final JsonNode root;
  private final Path folder;
  private final Map<String, String> environment;
  private final ConnectorCatalog catalog;

  ConfigurationReading(
      JsonNode root, Path folder, Map<String, String> environment, ConnectorCatalog catalog) {
    this.root = root;
    this.folder = folder;
    this.environment = environment;
    this.catalog = catalog;
  }

  Configuration configuration() {
    JsonNode rules = root.path("rules");
    return new Configuration(
        hub(root.get("hub")),
        optional(root, "database").map(ConfigurationReading::database),
        new Privacy(Duration.ofDays(root.at("/privacy/keepDays").asLong())),
        accounts(ConnectorKind.CHANNEL, this::channel),
        accounts(ConnectorKind.SUPPLIER, this::supplier),
        accounts(ConnectorKind.NOTIFIER, this::notifier),
        webhooks(root.get("webhooks")),
        new Api(root.get("api").get("requestsPerMinute").asInt()),
        rules.isObject() ? rules : JsonNodeFactory.instance.objectNode());
  }

  private Hub hub(JsonNode hub) {
    return new Hub(
        optional(hub, "name").map(JsonNode::asText).orElseGet(this::hostName),
        folder.resolve(hub.get("dataFolder").asText()),
        hub.get("reloadRoutes").asBoolean(),
        optional(hub, "routesFolder").map(path -> folder.resolve(path.asText())),
        optional(hub, "connectorsFolder").map(path -> folder.resolve(path.asText())),
        folder.resolve(hub.get("templatesFolder").asText()),
        ZoneId.of(hub.get("timeZone").asText()),
        optional(hub, "alertsTo").map(JsonNode::asText),
        hub.get("httpPort").asInt(),
        optional(hub, "publicUrl").map(url -> URI.create(url.asText().replaceAll("/+$", ""))),
        Duration.ofDays(hub.get("pageDays").asLong()),
        optional(hub, "metrics").map(metrics -> new Secret(metrics.get("token").asText())),
        optional(hub, "tracing").map(tracing -> URI.create(tracing.get("endpoint").asText())),
        optional(hub, "clock").map(ConfigurationReading::clock),
        Duration.ofMillis(hub.get("sweepMillis").asLong()));
  }

  private static Webhooks webhooks(JsonNode webhooks) {
    return new Webhooks(
        Duration.ofDays(webhooks.get("keepDays").asLong()),
        Duration.ofDays(webhooks.get("pauseAfterDays").asLong()),
        webhooks.get("allowHttp").asBoolean(),
        webhooks.get("publicOnly").asBoolean(),
        optional(webhooks, "secretKey").map(key -> new Secret(key.asText())));
  }

  private static SimulatedTime clock(JsonNode clock) {
    return new SimulatedTime(
        Instant.parse(clock.get("start").asText()),
        Instant.parse(clock.get("realStart").asText()),
        clock.get("rate").decimalValue());
  }

  private static Database database(JsonNode database) {
    return new Database(
        database.get("url").asText(),
        database.get("user").asText(),
        new Secret(database.get("password").asText()),
        database.get("maxConnections").asInt());
  }

  private Channel channel(String id, JsonNode channel) {
    return new Channel(
        id,
        channel.get("connector").asText(),
        channel.get("enabled").asBoolean(),
        seconds(channel, "pollSeconds"),
        seconds(channel, "pushStockSeconds"),
        channel.get("stockSweepHour").asInt(),
        availability(channel.get("availability")),
        channel.get("priority").asInt(),
        priorities(channel.get("customerPriority")),
        channel.get("customerMail").asBoolean(),
        messages(channel.get("messages")),
        channel.get("language").asText(),
        quietHours(channel.get("quietHours")),
        new Channel.Colors(
            channel.at("/colors/accent").asText(), channel.at("/colors/background").asText()),
        optional(channel, "shopName").map(JsonNode::asText),
        settings(ConnectorKind.CHANNEL, channel));
  }

  private static Map<String, Set<String>> messages(JsonNode messages) {
    Map<String, Set<String>> byMedium = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> medium : messages.properties()) {
      Set<String> kinds = new LinkedHashSet<>();
      medium
          .getValue()
          .properties()
          .forEach(
              kind -> {
                if (kind.getValue().asBoolean()) {
                  kinds.add(kind.getKey());
                }
              });
      byMedium.put(medium.getKey(), Collections.unmodifiableSet(kinds));
    }
    return Collections.unmodifiableMap(byMedium);
  }

  private static Map<String, Channel.QuietHours> quietHours(JsonNode quietHours) {
    Map<String, Channel.QuietHours> byMedium = new LinkedHashMap<>();
    quietHours
        .properties()
        .forEach(
            medium ->
                byMedium.put(
                    medium.getKey(),
                    new Channel.QuietHours(
                        LocalTime.parse(medium.getValue().get("from").asText()),
                        LocalTime.parse(medium.getValue().get("to").asText()))));
    return Collections.unmodifiableMap(byMedium);
  }

  private static Map<String, Integer> priorities(JsonNode byClass) {
    Map<String, Integer> priorities = new LinkedHashMap<>();
    byClass.properties().forEach(entry -> priorities.put(entry.getKey(), entry.getValue().asInt()));
    return Collections.unmodifiableMap(priorities);
  }

  private static ChannelAvailability availability(JsonNode availability) {
    return new ChannelAvailability(
        units(availability, "share"),
        availability.get("buffer").asInt(),
        units(availability, "maximum"),
        availability.get("learnBuffer").asBoolean(),
        availability.get("learnBufferMaximum").asInt());
  }

  private static OptionalInt units(JsonNode object, String name) {
    return object.has(name) ? OptionalInt.of(object.get(name).asInt()) : OptionalInt.empty();
  }

  private Supplier supplier(String id, JsonNode supplier) {
    Set<String> countries = new LinkedHashSet<>();
    supplier.get("countries").forEach(country -> countries.add(country.asText()));
    return new Supplier(
        id,
        supplier.get("connector").asText(),
        supplier.get("enabled").asBoolean(),
        optional(supplier, "name").map(JsonNode::asText).orElse(id),
        units(supplier, "rank"),
        supplier.get("leadDays").asInt(),
        new BigDecimal(supplier.get("handlingFee").asText()),
        optional(supplier, "currency").map(JsonNode::asText),
        Collections.unmodifiableSet(countries),
        seconds(supplier, "pollSeconds"),
        units(supplier, "stockMaxAgeHours"),
        supplier.get("skuPrefix").asText(),
        optional(supplier, "acknowledgmentHours").map(hours -> Duration.ofHours(hours.asInt())),
        units(supplier, "latestDays"),
        supplier.get("priceTolerancePercent").decimalValue(),
        format(supplier.get("connector").asText()),
        settings(ConnectorKind.SUPPLIER, supplier));
  }

  private static OptionalInt integer(JsonNode account, String key) {
    return account.has(key) ? OptionalInt.of(account.get(key).asInt()) : OptionalInt.empty();
  }

  private Notifier notifier(String id, JsonNode notifier) {
    return new Notifier(
        id,
        notifier.get("connector").asText(),
        catalog
            .find(ConnectorKind.NOTIFIER, notifier.get("connector").asText())
            .map(connector -> connector.declared().path("medium").asText("mail"))
            .orElse("mail"),
        notifier.get("enabled").asBoolean(),
        settings(ConnectorKind.NOTIFIER, notifier));
  }

  private Settings settings(ConnectorKind kind, JsonNode account) {
    ObjectNode values = (ObjectNode) account.get("settings");
    catalog
        .find(kind, account.get("connector").asText())
        .ifPresent(
            connector -> {
              new Defaults(connector.settings()).fill(values);
              resolvePaths(connector, values);
            });
    return Settings.of(values);
  }

  private void resolvePaths(Connector connector, ObjectNode values) {
    connector
        .settings()
        .path("properties")
        .properties()
        .forEach(
            setting -> {
              JsonNode value = values.path(setting.getKey());
              if (setting.getValue().path("$comment").asText().equals("path")
                  && value.isTextual()) {
                values.put(
                    setting.getKey(), folder.resolve(value.asText()).toAbsolutePath().toString());
              }
            });
  }

  private SupplierFormat format(String connector) {
    return catalog
        .find(ConnectorKind.SUPPLIER, connector)
        .map(Connector::format)
        .orElseGet(() -> new SupplierFormat("csv", JsonNodeFactory.instance.objectNode()));
  }

  private <A> Map<String, A> accounts(ConnectorKind kind, BiFunction<String, JsonNode, A> make) {
    Map<String, A> accounts = new LinkedHashMap<>();
    root.get(kind.folder())
        .properties()
        .forEach(
            entry -> accounts.put(entry.getKey(), make.apply(entry.getKey(), entry.getValue())));
    return Collections.unmodifiableMap(accounts);
  }

  private String hostName() {
    String name = environment.getOrDefault("HOSTNAME", "");
    try {
      return name.isEmpty() ? InetAddress.getLocalHost().getHostName() : name;
    } catch (UnknownHostException e) {
      return "serai";
    }
  }

  private static Duration seconds(JsonNode account, String name) {
    return Duration.ofMillis(account.get(name).decimalValue().movePointRight(3).longValue());
  }

  private static Optional<JsonNode> optional(JsonNode object, String name) {
    return object.has(name) ? Optional.of(object.get(name)) : Optional.empty();
  }
}
