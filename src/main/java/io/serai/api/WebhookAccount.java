package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.config.Connector;
import io.serai.mapping.Digest;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** One configured account of a channel that notifies the hub. */
public final class WebhookAccount {
  private static final String PLAIN_ID = "[\\x21-\\x7e ]{1,200}";

  private final Webhook webhook;
  private final AccountSettings settings;
  private final Optional<ApiAccount> api;

  private WebhookAccount(Webhook webhook, AccountSettings settings, Optional<ApiAccount> api) {
    this.webhook = webhook;
    this.settings = settings;
    this.api = api;
  }

  /**
   * What notifications bring.
   *
   * @param news ids of orders that are to be fetched
   * @param orders {@code {"number", "revision", "order"}} each
   */
  public record Heard(Set<String> news, List<JsonNode> orders) {}

  /**
   * An account whose connector declares webhooks and which has the secret that they are verified
   * by; without a secret nothing is taken from anybody.
   *
   * @param api the same account where it speaks by a declared API
   */
  public static Optional<WebhookAccount> of(
      Connector connector, AccountSettings settings, Optional<ApiAccount> api) {
    return Webhook.of(connector)
        .filter(webhook -> hasSecret(webhook, settings))
        .map(webhook -> new WebhookAccount(webhook, settings, api));
  }

  /** Whether the sender has proven that it knows the account's secret. */
  public boolean isGenuine(Notification notification) {
    return webhook.proof().holds(notification, settings.fill(webhook.proof().secret()));
  }

  /** A notification with the account's own proof, unless it has one, for whoever rehearses. */
  public Notification proven(Notification notification) {
    return webhook.proof().prove(notification, settings.fill(webhook.proof().secret()));
  }

  /** Whether it is about orders; one that cannot be read is, so that a person sees it. */
  public boolean isWanted(Notification notification) {
    try {
      return webhook.when().isEmpty()
          || webhook.when().get().apply(body(notification), variables(notification)).stream()
              .anyMatch(said -> said.asBoolean(false));
    } catch (MappingFault unreadable) {
      return true;
    }
  }

  /** What makes a second arrival of it the same. */
  public String id(Notification notification) {
    String said = webhook.id().map(program -> said(program, notification)).orElse("");
    if (said.isBlank()) {
      return Digest.of(notification.body());
    }
    return said.matches(PLAIN_ID) ? said : Digest.of(said);
  }

  /**
   * Reads a notification that has been kept.
   *
   * @throws MappingFault when it cannot be read
   */
  public Heard hear(String name, byte[] content) {
    JsonNode body = Json.read(name, content);
    Map<String, JsonNode> variables = variables();
    Set<String> news = new LinkedHashSet<>();
    webhook.news().stream()
        .flatMap(program -> program.apply(body, variables).stream())
        .filter(order -> !order.isNull())
        .forEach(order -> news.add(order.isTextual() ? order.asText() : order.toString()));
    List<JsonNode> orders = new ArrayList<>();
    webhook.orders().stream()
        .flatMap(program -> program.apply(body, variables).stream())
        .forEach(order -> orders.add(api.orElseThrow().taken(order)));
    return new Heard(news, orders);
  }

  private String said(Jq program, Notification notification) {
    try {
      return program.apply(body(notification), variables(notification)).stream()
          .filter(id -> !id.isNull())
          .map(id -> id.isTextual() ? id.asText() : id.toString())
          .findFirst()
          .orElse("");
    } catch (MappingFault unreadable) {
      return "";
    }
  }

  /**
   * Null for what is not JSON: it is kept all the same, and put before a person when it is read.
   */
  private static JsonNode body(Notification notification) {
    try {
      return Json.read("notification", notification.body());
    } catch (MappingFault unreadable) {
      return Json.MAPPER.nullNode();
    }
  }

  private Map<String, JsonNode> variables(Notification notification) {
    Map<String, JsonNode> variables = variables();
    variables.put("headers", Json.MAPPER.valueToTree(notification.headers()));
    return variables;
  }

  private Map<String, JsonNode> variables() {
    Map<String, JsonNode> variables =
        api.map(account -> account.variables("webhook")).orElseGet(HashMap::new);
    variables.put("operation", new TextNode("webhook"));
    variables.put("settings", settings.json());
    return variables;
  }

  private static boolean hasSecret(Webhook webhook, AccountSettings settings) {
    Matcher named = AccountSettings.PLACEHOLDER.matcher(webhook.proof().secret());
    boolean any = false;
    while (named.find()) {
      any = true;
      if (settings.json().path(named.group(1)).asText("").isBlank()) {
        return false;
      }
    }
    return any;
  }
}
