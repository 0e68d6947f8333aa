package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.config.Nearest;
import io.serai.config.SchemaCheck;
import io.serai.config.Schemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;

/** Checks route files and Kamelets, each against all the others. */
final class RouteFiles {
  private static final SchemaCheck KAMELET = SchemaCheck.of(Schemas.kamelet());
  private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");
  private static final JsonPointer TEMPLATE = JsonPointer.compile("/spec/template");
  private static final JsonPointer REQUIRED = JsonPointer.compile("/spec/definition/required");

  private final CamelShapes shapes = new CamelShapes();
  private final Kamelets kamelets = new Kamelets();
  private final RouteNames names = new RouteNames();
  private final HubParts hub;
  private final EndpointCheck endpoints;
  private final ExpressionCheck expressions;
  private final ResourceCheck resources;

  RouteFiles(HubParts hub, Path connectorsFolder) {
    CamelCatalog catalog = new DefaultCamelCatalog();
    this.hub = hub;
    this.endpoints = new EndpointCheck(new Components(catalog));
    this.expressions = new ExpressionCheck(catalog);
    this.resources = new ResourceCheck(connectorsFolder);
  }

  /** Makes a Kamelet known to the routes that use it. */
  void known(Path file, LocatedYaml kamelet) {
    kamelets.add(Kamelets.name(file), kamelet);
  }

  /** Makes a Kamelet known that the hub brings along. */
  void ofHub(String name, String text) {
    kamelets.addOfHub(name, LocatedYaml.parse(name, text));
  }

  /** What is wrong with a route file by itself. */
  List<Fault> route(LocatedYaml yaml) {
    if (!yaml.faults().isEmpty()) {
      return yaml.faults();
    }
    Scope scope = Scope.ofRoutes(yaml.root());
    List<Fault> faults = new ArrayList<>();
    faults.addAll(new RouteWalk(shapes, yaml, part -> part(part, scope, names, faults)).file());
    faults.addAll(new PlaceholderCheck(hub, scope, yaml).faults(JsonPointer.empty()));
    return faults;
  }

  /** What is wrong with a Kamelet by itself. */
  List<Fault> kamelet(Path file, LocatedYaml yaml) {
    List<Fault> faults = new ArrayList<>(yaml.faults());
    if (faults.isEmpty()) {
      faults.addAll(KAMELET.faults(yaml));
      named(file, yaml, faults);
      required(yaml, faults);
      template(yaml, faults);
    }
    return faults;
  }

  /** What is wrong between the files, once all have been read. */
  List<Fault> together() {
    return names.faults();
  }

  /** How many routes have been read, Kamelets not counted. */
  int routes() {
    return names.routes();
  }

  private void template(LocatedYaml yaml, List<Fault> faults) {
    Scope scope = Scope.ofKamelet(yaml.root());
    // The routes of a Kamelet get their ids and their in-process names from its use.
    RouteNames own = new RouteNames();
    yaml.root()
        .at(TEMPLATE)
        .fieldNames()
        .forEachRemaining(
            key -> {
              RouteWalk walk = new RouteWalk(shapes, yaml, part -> part(part, scope, own, faults));
              faults.addAll(walk.value(shape(key), key, TEMPLATE.appendProperty(key)));
            });
    faults.addAll(new PlaceholderCheck(hub, scope, yaml).faults(TEMPLATE));
  }

  private Shape shape(String key) {
    return switch (key) {
      case "route" -> shapes.model("RouteDefinition");
      case "beans" -> shapes.beans();
      default -> shapes.model("FromDefinition");
    };
  }

  private void part(RoutePart part, Scope scope, RouteNames named, List<Fault> faults) {
    BeanCheck beans = new BeanCheck(hub, scope);
    named.part(part);
    faults.addAll(beans.faults(part));
    faults.addAll(expressions.faults(part));
    faults.addAll(resources.faults(part));
    faults.addAll(ClassCheck.faults(part));
    if (part.model().equals("KameletDefinition")) {
      faults.addAll(kamelets.faults(part));
    }
    EndpointCheck.endpoint(part)
        .ifPresent(
            endpoint -> {
              named.endpoint(endpoint);
              faults.addAll(beans.faults(endpoint));
              boolean isKamelet = endpoint.scheme().equals("kamelet");
              faults.addAll(isKamelet ? kamelets.faults(endpoint) : endpoints.faults(endpoint));
            });
  }

  private static void named(Path file, LocatedYaml yaml, List<Fault> faults) {
    String wanted = Kamelets.name(file);
    String name = yaml.root().at(NAME).asText("");
    if (!name.isEmpty() && !name.equals(wanted)) {
      String what = "the Kamelet's name \"" + name + "\" is not that of its file";
      faults.add(yaml.fault(NAME, what, "write \"" + wanted + "\" or rename the file"));
    }
  }

  private static void required(LocatedYaml yaml, List<Fault> faults) {
    List<String> known = new ArrayList<>();
    yaml.root().at("/spec/definition/properties").fieldNames().forEachRemaining(known::add);
    JsonNode required = yaml.root().at(REQUIRED);
    for (int i = 0; i < required.size(); i++) {
      String name = required.get(i).asText();
      if (!known.contains(name)) {
        String what = "\"" + name + "\" is required but is no property";
        faults.add(yaml.fault(REQUIRED.appendIndex(i), what, Nearest.cure(name, known)));
      }
    }
  }
}
