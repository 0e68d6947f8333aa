package io.serai.plan.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.plan.RuleFault;
import io.serai.plan.Rules;
import java.nio.file.Path;
import java.util.List;

/** Rules as YAML: the {@code rules} block alone, or a whole {@code serai.yaml} that has one. */
public final class RulesFile {
  private RulesFile() {}

  /**
   * Reads the rules.
   *
   * @throws InputFault with the line of the first fault
   */
  public static Rules read(Path path) {
    TreeFile file = TreeFile.yaml(path);
    List<JsonNode> values = file.values();
    JsonNode root = values.isEmpty() ? JsonNodeFactory.instance.objectNode() : values.get(0);
    boolean whole = root.has("rules");
    try {
      return Rules.from(whole ? root.get("rules") : root);
    } catch (RuleFault fault) {
      throw file.fault(0, (whole ? "/rules" : "") + fault.pointer(), fault.getMessage());
    }
  }
}
