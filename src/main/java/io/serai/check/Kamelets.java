package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.config.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Kamelets that connectors bring along, and whether a route names and fills them rightly. */
final class Kamelets {
  /** Inside a Kamelet these stand for what is before and behind it. */
  private static final Set<String> ENDS = Set.of("source", "sink");

  private final Map<String, JsonNode> definitions = new TreeMap<>();
  private final Set<String> ofHub = new TreeSet<>();

  /** Adds a Kamelet by the name of its file, which is to be its own name too. */
  void add(String name, LocatedYaml kamelet) {
    definitions.putIfAbsent(name, kamelet.root().at("/spec/definition"));
  }

  /**
   * Adds a Kamelet that the hub brings along; it is known, but not what a slip of the pen meant.
   */
  void addOfHub(String name, LocatedYaml kamelet) {
    add(name, kamelet);
    ofHub.add(name);
  }

  private Set<String> written() {
    Set<String> written = new TreeSet<>(definitions.keySet());
    written.removeAll(ofHub);
    return written;
  }

  /** The name that a Kamelet's file gives it. */
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.kamelet\\.yaml$", "");
  }

  /** What is wrong with an endpoint of the component {@code kamelet}. */
  List<Fault> faults(Endpoint endpoint) {
    String name = endpoint.path().replaceFirst("/.*", "");
    LocatedYaml yaml = endpoint.part().yaml();
    if (ENDS.contains(name)) {
      return List.of();
    }
    if (Endpoint.isFilledIn(name)) {
      return filledIn(yaml, endpoint.place(), name);
    }
    List<Fault> faults = new ArrayList<>(named(yaml, endpoint.place(), name));
    if (faults.isEmpty()) {
      endpoint.places().forEach((option, at) -> faults.addAll(option(yaml, at, name, option)));
    }
    return faults;
  }

  /** What is wrong with a step {@code kamelet}. */
  List<Fault> faults(RoutePart step) {
    String name = step.textOrSelf("name").replaceFirst("/.*", "");
    if (name.contains("{{")) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>(named(step.yaml(), step.place("name"), name));
    if (faults.isEmpty()) {
      Set<String> given = new TreeSet<>();
      step.value().path("parameters").fieldNames().forEachRemaining(given::add);
      JsonPointer block = step.at().appendProperty("parameters");
      given.forEach(
          option -> faults.addAll(option(step.yaml(), block.appendProperty(option), name, option)));
    }
    return faults;
  }

  private List<Fault> filledIn(LocatedYaml yaml, JsonPointer at, String name) {
    if (definitions.keySet().stream().anyMatch(known -> Address.canBe(name, known))) {
      return List.of();
    }
    String what = "no Kamelet is called " + Address.shown(name);
    return List.of(yaml.fault(at, what, "write one of: " + Nearest.list(written())));
  }

  private List<Fault> named(LocatedYaml yaml, JsonPointer at, String name) {
    if (definitions.containsKey(name)) {
      return List.of();
    }
    String what = "unknown Kamelet \"" + name + "\"";
    return List.of(yaml.fault(at, what, Nearest.cure(name, written())));
  }

  private List<Fault> option(LocatedYaml yaml, JsonPointer at, String name, String option) {
    Set<String> known = new TreeSet<>();
    definitions.get(name).path("properties").fieldNames().forEachRemaining(known::add);
    if (known.contains(option)) {
      return List.of();
    }
    String what = "unknown property \"" + option + "\" of the Kamelet " + name;
    return List.of(yaml.fault(at, what, Nearest.cure(option, known)));
  }
}
