package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.serai.config.Fault;
import io.serai.config.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks endpoints against Camel's catalog: the scheme, the names of the options, and values that
 * must be a number, a truth value or one of a list.
 */
final class EndpointCheck {
  private static final Set<String> SENDING =
      Set.of("ToDefinition", "ToDynamicDefinition", "WireTapDefinition", "PollDefinition");
  private static final Set<String> READING =
      Set.of("FromDefinition", "RouteFromDefinitionDeserializer");

  private final Components components;

  EndpointCheck(Components components) {
    this.components = components;
  }

  /** The endpoint that a part of a route names, if it names one that can be known before. */
  static Optional<Endpoint> endpoint(RoutePart part) {
    if (part.key().equals("deadLetterUri")) {
      JsonNode none = MissingNode.getInstance();
      return known(Endpoint.of(part, part.at(), part.value().asText(), none));
    }
    String uri = part.textOrSelf("uri");
    boolean names = SENDING.contains(part.model()) || READING.contains(part.model());
    return names && !uri.isEmpty()
        ? known(Endpoint.of(part, part.place("uri"), uri, part.value().path("parameters")))
        : Optional.empty();
  }

  /** What is wrong with an endpoint of any component but {@code kamelet}. */
  List<Fault> faults(Endpoint endpoint) {
    List<Fault> faults = new ArrayList<>();
    Optional<JsonNode> component = components.find(endpoint.scheme());
    if (component.isEmpty()) {
      String what = "unknown component \"" + endpoint.scheme() + "\"";
      String cure = Nearest.cure(endpoint.scheme(), components.installed());
      faults.add(fault(endpoint, endpoint.place(), what, cure));
    } else if (!Components.isInstalled(endpoint.scheme())) {
      String jar = component.get().at("/component/artifactId").asText();
      String what = "the component \"" + endpoint.scheme() + "\" is not installed";
      String cure = "add " + jar + " to the class path, or use another component";
      faults.add(fault(endpoint, endpoint.place(), what, cure));
    } else {
      options(endpoint, component.get(), faults);
    }
    return faults;
  }

  private static Optional<Endpoint> known(Endpoint endpoint) {
    return Endpoint.isFilledIn(endpoint.scheme()) ? Optional.empty() : Optional.of(endpoint);
  }

  /**
   * A lenient component, such as http, sends on what it does not know; all but a slip of the pen.
   */
  private static void options(Endpoint endpoint, JsonNode component, List<Fault> faults) {
    JsonNode known = component.path("properties");
    boolean isLenient = component.at("/component/lenientProperties").asBoolean();
    endpoint
        .options()
        .forEach(
            (name, value) -> {
              JsonNode option = known.path(name);
              if (!option.isMissingNode()) {
                value(endpoint, name, value, option, faults);
              } else if (!hasPrefix(known, name)
                  && (!isLenient || Nearest.isSlip(name, names(known)))) {
                String what = "unknown option \"" + name + "\" of " + endpoint.scheme();
                String cure = Nearest.cure(name, names(known));
                faults.add(fault(endpoint, endpoint.places().get(name), what, cure));
              }
            });
    missingPath(endpoint, known, faults);
  }

  private static boolean hasPrefix(JsonNode known, String name) {
    for (JsonNode option : known) {
      String prefix = option.path("prefix").asText("");
      if (!prefix.isEmpty() && name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static void value(
      Endpoint endpoint, String name, String value, JsonNode option, List<Fault> faults) {
    String wanted = wanted(option, value);
    if (!wanted.isEmpty() && !Endpoint.isFilledIn(value) && !value.startsWith("#")) {
      String what = "option \"" + name + "\" of " + endpoint.scheme() + " is \"" + value + "\"";
      faults.add(fault(endpoint, endpoint.places().get(name), what, wanted));
    }
  }

  /** What to write instead, or nothing when the value will do. */
  private static String wanted(JsonNode option, String value) {
    if (option.has("enum")) {
      Set<String> words = new TreeSet<>();
      option.get("enum").forEach(word -> words.add(word.asText()));
      boolean isOne = words.stream().anyMatch(word -> plain(word).equals(plain(value)));
      return isOne ? "" : Nearest.cure(value, words);
    }
    return switch (option.path("type").asText()) {
      case "boolean" -> value.matches("(?i)true|false") ? "" : "write true or false";
      case "integer", "number" -> value.matches("-?[0-9.]+") ? "" : "write a number";
      case "duration" ->
          value.matches("(?i)-?[0-9]+([a-z]+[0-9]*)*|P.*")
              ? ""
              : "write milliseconds, or a number with a unit such as 30s";
      default -> "";
    };
  }

  private static String plain(String word) {
    return word.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  private static void missingPath(Endpoint endpoint, JsonNode known, List<Fault> faults) {
    known
        .properties()
        .forEach(
            option -> {
              boolean isPath = option.getValue().path("kind").asText().equals("path");
              boolean isWanted = isPath && option.getValue().path("required").asBoolean();
              if (isWanted
                  && endpoint.path().isEmpty()
                  && !endpoint.options().containsKey(option.getKey())) {
                String what = endpoint.scheme() + " lacks its " + option.getKey();
                String cure = "write " + endpoint.scheme() + ":" + option.getKey();
                faults.add(fault(endpoint, endpoint.place(), what, cure));
              }
            });
  }

  private static Set<String> names(JsonNode known) {
    Set<String> names = new TreeSet<>();
    known.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Fault fault(Endpoint endpoint, JsonPointer at, String what, String cure) {
    return endpoint.part().yaml().fault(at, what, cure);
  }
}
