package io.serai.cli.init;

import io.serai.config.Connector;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An account that the new configuration is to have.
 *
 * @param answers what its settings are to be, by name; a required one that is left out is taken
 *     from the environment
 */
record Account(String id, Connector connector, Map<String, String> answers) {

  /** The variable of the environment that holds a setting. */
  String variable(Setting setting) {
    String name = id + "_" + setting.name().replaceAll("([a-z])([A-Z])", "$1_$2");
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** What must be set before the hub can start: required, and said nowhere else. */
  List<Setting> fromEnvironment() {
    return Setting.of(connector).stream()
        .filter(setting -> setting.required() && !answers.containsKey(setting.name()))
        .filter(Setting::isText)
        .toList();
  }
}
