package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import io.serai.config.Fault;
import io.serai.config.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names that routes are known by, over all files: ids, each once and of the form stage-verb,
 * and the in-process endpoints by which one route calls another.
 */
final class RouteNames {
  private static final Pattern STAGE_VERB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");
  private static final Set<String> ROUTES = Set.of("RouteDefinition", "RouteTemplateDefinition");
  private static final Set<String> IN_PROCESS = Set.of("direct", "seda");

  private final Map<String, Fault> ids = new HashMap<>();
  private final List<Endpoint> sent = new ArrayList<>();
  private final Map<String, Set<String>> read = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private int routes;

  /**
   * Notes a part of a route, if it is one that has a name; a template's route has the template's.
   */
  void part(RoutePart part) {
    boolean isInTemplate = part.parent().equals("RouteTemplateDefinition");
    if (ROUTES.contains(part.model()) && !isInTemplate) {
      routes++;
      id(part);
    }
  }

  /** Notes an endpoint. */
  void endpoint(Endpoint endpoint) {
    if (!IN_PROCESS.contains(endpoint.scheme())) {
      return;
    }
    if (endpoint.isConsumed()) {
      read.computeIfAbsent(endpoint.scheme(), scheme -> new TreeSet<>()).add(name(endpoint));
    } else {
      sent.add(endpoint);
    }
  }

  /** How many routes there are. */
  int routes() {
    return routes;
  }

  /** What is wrong with the names, once every file has been read. */
  List<Fault> faults() {
    List<Fault> all = new ArrayList<>(faults);
    for (Endpoint endpoint : sent) {
      Set<String> known = read.getOrDefault(endpoint.scheme(), Set.of());
      if (known.stream().noneMatch(name -> Address.canBe(name, name(endpoint)))) {
        all.add(unread(endpoint, known));
      }
    }
    return all;
  }

  private static Fault unread(Endpoint endpoint, Set<String> known) {
    String scheme = endpoint.scheme() + ":";
    Set<String> addresses = new TreeSet<>();
    known.forEach(name -> addresses.add(scheme + Address.shown(name)));
    String written = scheme + Address.shown(name(endpoint));
    String what = "no route reads from " + written;
    String cure = Nearest.cure(written, addresses);
    return endpoint.part().yaml().fault(endpoint.place(), what, cure);
  }

  private void id(RoutePart part) {
    String id = part.text("id");
    JsonPointer at = part.value().has("id") ? part.at().appendProperty("id") : part.at();
    if (id.isEmpty()) {
      faults.add(part.yaml().fault(at, "the route has no id", "add for example: id: orders-store"));
      return;
    }
    if (!STAGE_VERB.matcher(id).matches()) {
      String cure = "write stage-verb in small letters, for example orders-store";
      faults.add(part.yaml().fault(at, "the route id \"" + id + "\" is not of the form", cure));
    }
    Fault here = part.yaml().fault(at, "the route id \"" + id + "\" stands twice", "");
    Fault first = ids.putIfAbsent(id, here);
    if (first != null) {
      String cure = "choose another: it already stands in " + first.file() + ":" + first.line();
      faults.add(new Fault(here.file(), here.line(), here.what(), cure));
    }
  }

  private static String name(Endpoint endpoint) {
    return endpoint.path().isEmpty()
        ? endpoint.options().getOrDefault("name", "")
        : endpoint.path();
  }
}
