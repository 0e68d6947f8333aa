package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.AccountSettings;
import io.serai.config.Connector;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Checks the block {@code webhooks} for what a schema cannot say: that its secret is a secret
 * setting, that what its kind wants is given, and that news can be fetched.
 */
final class WebhookCheck {
  private static final JsonPointer WEBHOOKS = JsonPointer.compile("/webhooks");
  private static final JsonPointer VERIFY = WEBHOOKS.appendProperty("verify");

  private final Connector connector;
  private final LocatedYaml yaml;
  private final List<Fault> faults = new ArrayList<>();

  WebhookCheck(Connector connector) {
    this.connector = connector;
    this.yaml = LocatedYaml.read(connector.folder().resolve("connector.yaml"));
  }

  /** Every fault of the block; none when there is no block. */
  List<Fault> faults() {
    JsonNode webhooks = yaml.root().path("webhooks");
    if (webhooks.isObject()) {
      secret(webhooks.path("verify").path("secret").asText());
      place(webhooks.path("verify"));
      brings(webhooks);
    }
    return faults;
  }

  private void secret(String text) {
    JsonPointer at = VERIFY.appendProperty("secret");
    Matcher named = AccountSettings.PLACEHOLDER.matcher(text);
    if (!named.find()) {
      fault(at, "the secret stands in the connector", "name a setting: \"{{webhookSecret}}\"");
      return;
    }
    JsonNode setting = connector.settings().path("properties").path(named.group(1));
    if (setting.isObject() && !setting.path("format").asText().equals("password")) {
      fault(at, "the setting " + named.group(1) + " is no secret", "give it format: password");
    }
  }

  private void place(JsonNode verify) {
    boolean isToken = verify.path("kind").asText().equals("token");
    if (!verify.has("header") && !(isToken && verify.has("query"))) {
      fault(
          VERIFY.appendProperty("kind"),
          "nothing says where the " + (isToken ? "token" : "signature") + " stands",
          "add for example: header: X-Signature");
    }
  }

  private void brings(JsonNode webhooks) {
    if (webhooks.has("news") == webhooks.has("orders")) {
      fault(
          WEBHOOKS,
          webhooks.has("news")
              ? "webhooks bring both news of orders and orders"
              : "webhooks bring nothing",
          "write one of: news, orders");
    } else if (webhooks.has("news") && !fetches()) {
      fault(
          WEBHOOKS.appendProperty("news"),
          "news of an order lead to nothing: nothing says how one order is read",
          "declare api.order");
    } else if (webhooks.has("orders") && !yaml.root().path("api").has("orders")) {
      fault(
          WEBHOOKS.appendProperty("orders"),
          "orders are brought, but nothing says what their number is",
          "declare api.orders");
    }
  }

  private boolean fetches() {
    String kamelet = connector.name() + "-order-action.kamelet.yaml";
    return yaml.root().path("api").has("order")
        || connector.kamelets().stream()
            .anyMatch(file -> file.getFileName().toString().equals(kamelet));
  }

  private void fault(JsonPointer at, String what, String cure) {
    faults.add(yaml.fault(at, what, cure));
  }
}
