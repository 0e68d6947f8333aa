package io.serai.whatif;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.serai.backorder.DeadlinePolicy;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.config.SchemaCheck;
import io.serai.config.Schemas;
import io.serai.plan.RuleFault;
import io.serai.plan.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;

/** The {@code rules} block as a person writes it. */
public final class RulesText {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR));
  private static final SchemaCheck FORM = SchemaCheck.of(Schemas.configuration());

  private RulesText() {}

  /** What has been read of a text. */
  public sealed interface Reading {}

  /** Rules that can be followed. */
  public record Followed(Rules rules) implements Reading {}

  /** Rules that cannot, and why; each fault with its line in the text. */
  public record Faulty(List<Fault> faults) implements Reading {}

  /** A block as YAML, as if it had been written so; empty for a block that says nothing. */
  public static String of(JsonNode block) {
    if (block.isEmpty()) {
      return "";
    }
    try {
      return YAML.writeValueAsString(block);
    } catch (IOException e) {
      throw new UncheckedIOException("the rules cannot be written", e);
    }
  }

  /** Reads the block: what stands below {@code rules:}, with or without that line. */
  public static Reading read(String text) {
    int added = isNamed(text) ? 0 : 1;
    LocatedYaml yaml = LocatedYaml.parse("rules", below(text));
    List<Fault> faults = yaml.faults().isEmpty() ? FORM.faults(yaml) : yaml.faults();
    if (!faults.isEmpty()) {
      return faulty(faults, added);
    }
    JsonNode block = yaml.root().path("rules");
    try {
      DeadlinePolicy.from(block, ZoneOffset.UTC);
      return new Followed(Rules.from(block));
    } catch (RuleFault e) {
      return faulty(List.of(fault(yaml, e)), added);
    }
  }

  /** The block as it stands in {@code serai.yaml}, below {@code rules:}. */
  public static String below(String text) {
    String block = text.replace("\r\n", "\n").stripTrailing();
    if (block.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
      return "rules: {}\n";
    }
    return isNamed(block) ? block + "\n" : "rules:\n" + block.indent(2);
  }

  private static boolean isNamed(String text) {
    return text.lines().anyMatch(line -> line.startsWith("rules:"));
  }

  private static Fault fault(LocatedYaml yaml, RuleFault fault) {
    String[] parts = fault.getMessage().split("; ", 2);
    return yaml.fault(
        JsonPointer.compile("/rules" + fault.pointer()),
        parts[0],
        parts.length > 1 ? parts[1] : "correct it");
  }

  private static Faulty faulty(List<Fault> faults, int added) {
    return new Faulty(
        faults.stream()
            .map(
                fault ->
                    new Fault(
                        fault.file(),
                        Math.max(1, fault.line() - added),
                        fault.what(),
                        fault.cure()))
            .toList());
  }
}
