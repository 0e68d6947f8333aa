package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.config.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that each {@code {{placeholder}}} of a file is one that is filled in. */
final class PlaceholderCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");

  private final HubParts hub;
  private final Scope scope;
  private final LocatedYaml yaml;
  private final List<Fault> faults = new ArrayList<>();

  PlaceholderCheck(HubParts hub, Scope scope, LocatedYaml yaml) {
    this.hub = hub;
    this.scope = scope;
    this.yaml = yaml;
  }

  /** The placeholders under the pointer that nobody fills in. */
  List<Fault> faults(JsonPointer at) {
    visit(yaml.root().at(at), at);
    return faults;
  }

  private void visit(JsonNode node, JsonPointer at) {
    if (node.isTextual()) {
      Matcher found = PLACEHOLDER.matcher(node.asText());
      while (found.find()) {
        placeholder(found.group(1).strip(), at);
      }
    }
    node.properties().forEach(e -> visit(e.getValue(), at.appendProperty(e.getKey())));
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      visit(node.get(i), at.appendIndex(i));
    }
  }

  private void placeholder(String written, JsonPointer at) {
    // With a question mark it may be absent, and with a colon it has a default or is a function.
    boolean mayBeAbsent =
        written.startsWith("?") || written.startsWith("!") || written.contains(":");
    // A Kamelet names its own beans by placeholders, since each use of it has beans of its own.
    Set<String> known = new TreeSet<>(scope.properties());
    known.addAll(scope.beans());
    if (mayBeAbsent || known.contains(written) || hub.knowsProperty(written)) {
      return;
    }
    known.addAll(hub.properties());
    faults.add(
        yaml.fault(at, "unknown placeholder {{" + written + "}}", Nearest.cure(written, known)));
  }
}
