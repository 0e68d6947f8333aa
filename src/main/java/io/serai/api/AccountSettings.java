package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Connector;
import io.serai.config.Settings;
import io.serai.delivery.Rejected;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of an account, as a declaration refers to them; prints none of them. */
public final class AccountSettings {
  /** The placeholder that is another id at each request. */
  public static final String UUID_PLACEHOLDER = "uuid";

  /** What stands for a setting in a declared text. */
  public static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.]+)\\s*}}");

  private final JsonNode json;
  private final Map<String, String> texts;
  private final Set<String> secrets = new TreeSet<>();

  /** The settings of an account of the connector, whose schema says which of them are secret. */
  public AccountSettings(Connector connector, Settings settings) {
    this.json = settings.json();
    this.texts = settings.asMap();
    connector
        .settings()
        .path("properties")
        .properties()
        .forEach(
            setting -> {
              String value = texts.getOrDefault(setting.getKey(), "");
              if (setting.getValue().path("format").asText().equals("password")
                  && value.length() > 3) {
                secrets.add(value);
              }
            });
  }

  /** All of them, secrets too. */
  JsonNode json() {
    return json;
  }

  /** The text with its placeholders filled in. */
  String fill(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  /** The text without the secrets that it may hold. */
  String hide(String text) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, "***");
    }
    return hidden;
  }

  private String value(String name) {
    if (name.equals(UUID_PLACEHOLDER)) {
      return UUID.randomUUID().toString();
    }
    if (!texts.containsKey(name)) {
      throw new Rejected("the account has no setting " + name + ", which its connector wants");
    }
    return texts.get(name);
  }
}
