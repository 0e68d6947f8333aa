package io.serai.hub;

import io.serai.config.Channel;
import io.serai.config.Configuration;
import io.serai.config.Notifier;
import io.serai.config.Supplier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;

/**
 * Makes of each route template that has a parameter {@code channel}, {@code supplier} or {@code
 * notifier} one route for each such account that is enabled, named after both.
 */
final class AccountRoutes {
  private final Configuration configuration;
  private final DefaultCamelContext context;

  AccountRoutes(Configuration configuration, DefaultCamelContext context) {
    this.configuration = configuration;
    this.context = context;
  }

  /** Adds the routes of all templates. */
  void addAll() {
    List.copyOf(context.getRouteTemplateDefinitions()).forEach(this::add);
  }

  /** Puts new routes in the place of those that a template made before it was changed. */
  void renew(RouteTemplateDefinition template) throws Exception {
    for (String account : accounts(wanted(template)).keySet()) {
      String route = template.getId() + "-" + account;
      context.getRouteController().stopRoute(route);
      context.removeRoute(route);
    }
    add(template);
  }

  private void add(RouteTemplateDefinition template) {
    List<String> wanted = wanted(template);
    accounts(wanted)
        .forEach((account, parameters) -> add(template.getId(), account, wanted, parameters));
  }

  private static List<String> wanted(RouteTemplateDefinition template) {
    return template.getTemplateParameters() == null
        ? List.of()
        : template.getTemplateParameters().stream()
            .map(RouteTemplateParameterDefinition::getName)
            .toList();
  }

  private Map<String, Map<String, Object>> accounts(List<String> wanted) {
    Map<String, Map<String, Object>> accounts = new LinkedHashMap<>();
    if (wanted.contains("channel")) {
      configuration.channels().values().stream()
          .filter(Channel::enabled)
          .forEach(channel -> accounts.put(channel.id(), parameters(channel)));
    } else if (wanted.contains("supplier")) {
      configuration.suppliers().values().stream()
          .filter(Supplier::enabled)
          .forEach(supplier -> accounts.put(supplier.id(), parameters(supplier)));
    } else if (wanted.contains("notifier")) {
      configuration.notifiers().values().stream()
          .filter(Notifier::enabled)
          .forEach(notifier -> accounts.put(notifier.id(), parameters(notifier)));
    }
    return accounts;
  }

  private static Map<String, Object> parameters(Channel channel) {
    // A push of 0 is off: a period that long never comes.
    long push = channel.pushStock().isZero() ? Long.MAX_VALUE / 2 : channel.pushStock().toMillis();
    return Map.of(
        "channel", channel.id(),
        "connector", channel.connector(),
        "pollMillis", channel.poll().toMillis(),
        "pushMillis", push);
  }

  private static Map<String, Object> parameters(Supplier supplier) {
    return Map.of(
        "supplier",
        supplier.id(),
        "connector",
        supplier.connector(),
        "pollMillis",
        supplier.poll().toMillis());
  }

  private static Map<String, Object> parameters(Notifier notifier) {
    return Map.of(
        "notifier", notifier.id(), "connector", notifier.connector(), "medium", notifier.medium());
  }

  private void add(
      String template, String account, List<String> wanted, Map<String, Object> parameters) {
    TemplatedRouteBuilder builder =
        TemplatedRouteBuilder.builder(context, template).routeId(template + "-" + account);
    parameters.forEach(
        (name, value) -> {
          if (wanted.contains(name)) {
            builder.parameter(name, value.toString());
          }
        });
    builder.add();
  }
}
