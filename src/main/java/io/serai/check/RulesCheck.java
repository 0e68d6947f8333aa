package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import io.serai.backorder.DeadlinePolicy;
import io.serai.config.ConfigurationFile;
import io.serai.config.Fault;
import io.serai.plan.RuleFault;
import io.serai.plan.Rules;
import java.time.ZoneOffset;
import java.util.List;

/** Asks those who follow the rules whether they can, once their form is right. */
final class RulesCheck {
  private RulesCheck() {}

  static List<Fault> faults(ConfigurationFile configuration) {
    try {
      Rules.from(configuration.rules());
      DeadlinePolicy.from(configuration.rules(), ZoneOffset.UTC);
      return List.of();
    } catch (RuleFault e) {
      // The planner says "rules.split: what is wrong; what to write".
      String[] parts = e.getMessage().replaceFirst(": ", " ").split("; ", 2);
      String cure = parts.length > 1 ? parts[1] : "correct it";
      return List.of(configuration.fault(pointer(e.key()), parts[0], cure));
    }
  }

  private static JsonPointer pointer(String key) {
    return JsonPointer.compile("/" + key.replace("[", ".").replace("]", "").replace('.', '/'));
  }
}
