package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.backorder.DeadlinePolicy;
import io.serai.channel.Sharing;
import io.serai.config.Channel;
import io.serai.config.Configuration;
import io.serai.exchange.DocumentFormat;
import io.serai.order.Correspondence;
import io.serai.order.QuietHours;
import io.serai.order.Shop;
import io.serai.order.ShopColors;
import io.serai.order.Substitutes;
import io.serai.plan.Rules;
import io.serai.plan.SupplierTerms;
import io.serai.supplier.Supplier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the configuration says, in the domain's own words. */
record Merchant(
    String hub,
    Rules rules,
    JsonNode writtenRules,
    Map<String, Supplier> suppliers,
    Map<String, DocumentFormat> formats,
    Map<String, Shop> shops,
    List<String> mailNotifiers,
    CustomerCare care,
    Optional<String> alertsTo,
    ZoneId zone,
    Substitutes substitutes,
    DeadlinePolicy deadlines,
    Map<String, Duration> stockMaxAge,
    Sharing sharing,
    Duration releaseWindow,
    Path templates,
    WebhookTerms webhooks,
    RestTerms api) {

  /**
   * Tells the planner what the configuration says of each supplier, beside the rules' own terms.
   */
  Merchant {
    rules = completed(rules, suppliers);
  }

  /** Rules as they are written, with what the configuration says of each supplier. */
  Rules completed(Rules written) {
    return completed(written, suppliers);
  }

  private static Rules completed(Rules written, Map<String, Supplier> suppliers) {
    Map<String, SupplierTerms> terms = new LinkedHashMap<>(written.suppliers());
    for (Supplier supplier : suppliers.values()) {
      terms.put(supplier.id(), terms(written.terms(supplier.id()), supplier));
    }
    return written.withSuppliers(terms);
  }

  private static SupplierTerms terms(SupplierTerms ruled, Supplier supplier) {
    return new SupplierTerms(
        ruled.enabled() && supplier.enabled(),
        ruled.countries().isEmpty() ? supplier.countries() : ruled.countries(),
        ruled.minimumOrder(),
        ruled.cutOff(),
        ruled.zone(),
        ruled.workdays(),
        ruled.holidays());
  }

  static Merchant of(Configuration configuration, Path templates) {
    Map<String, Supplier> suppliers = new LinkedHashMap<>();
    Map<String, DocumentFormat> formats = new LinkedHashMap<>();
    configuration
        .suppliers()
        .forEach(
            (id, account) -> {
              Supplier supplier = supplier(account);
              suppliers.put(id, supplier);
              formats.put(id, Formats.of(account, supplier::skuOf));
            });
    Map<String, Shop> shops = new LinkedHashMap<>();
    configuration.channels().forEach((id, channel) -> shops.put(id, shop(channel)));
    JsonNode backorders = configuration.rules().path("backorders");
    return new Merchant(
        configuration.hub().name(),
        Rules.from(configuration.rules()),
        configuration.rules(),
        suppliers,
        formats,
        shops,
        CustomerCare.notifiers(configuration, Correspondence.MAIL),
        CustomerCare.of(configuration),
        configuration.hub().alertsTo(),
        configuration.hub().timeZone(),
        substitutes(configuration.rules().path("substitutes")),
        DeadlinePolicy.from(configuration.rules(), configuration.hub().timeZone()),
        StockTerms.maxAge(configuration),
        StockTerms.sharing(configuration),
        Duration.ofMinutes(backorders.path("releaseWindowMinutes").asInt(30)),
        templates,
        WebhookTerms.of(configuration),
        RestTerms.of(configuration));
  }

  Set<String> enabledSuppliers() {
    return suppliers.values().stream()
        .filter(Supplier::enabled)
        .map(Supplier::id)
        .collect(Collectors.toSet());
  }

  private static Supplier supplier(io.serai.config.Supplier account) {
    return new Supplier(
        account.id(),
        account.enabled(),
        account.rank().orElse(0),
        account.leadDays(),
        account.handlingFee(),
        account.currency().orElse(""),
        account.countries(),
        account.skuPrefix(),
        new Supplier.Answering(
            account.acknowledgment(),
            account.latestDays(),
            account.settings().json().path("cancellations").asBoolean(true),
            account.priceTolerancePercent()));
  }

  private static Substitutes substitutes(JsonNode block) {
    Map<String, List<String>> bySku = new LinkedHashMap<>();
    block
        .properties()
        .forEach(
            entry -> {
              List<String> others = new ArrayList<>();
              entry.getValue().forEach(other -> others.add(other.asText()));
              bySku.put(entry.getKey(), List.copyOf(others));
            });
    return new Substitutes(bySku);
  }

  private static Shop shop(Channel channel) {
    return new Shop(
        channel.id(),
        channel.priority(),
        channel.customerPriority(),
        channel.shopName().orElse(channel.id()),
        channel.customerMail(),
        new Correspondence(channel.language(), channel.messages(), quietHours(channel)),
        new ShopColors(channel.colors().accent(), channel.colors().background()));
  }

  private static Map<String, QuietHours> quietHours(Channel channel) {
    Map<String, QuietHours> byMedium = new LinkedHashMap<>();
    channel
        .quietHours()
        .forEach((medium, hours) -> byMedium.put(medium, new QuietHours(hours.from(), hours.to())));
    return byMedium;
  }
}
