package io.serai.hub;

import io.serai.flow.Stage;
import io.serai.flow.StageRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.EndpointRequiredDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.util.URISupport;

/**
 * Bean {@code routePicture}: the stages with their routes, from Camel's own model of them, and what
 * they have done. Addresses are shown as the route files have them, before any setting is filled
 * in: no secret is in them.
 */
public final class RoutePicture {
  private final RouteCounts counts;
  private volatile Optional<Model> model = Optional.empty();

  private record Model(DefaultCamelContext context, Path folder) {}

  RoutePicture(Clock clock) {
    counts = new RouteCounts(clock);
  }

  /** Follows the routes of a folder; to be called before they are loaded. */
  void follow(DefaultCamelContext context, Path folder) {
    context.addRoutePolicyFactory(counts);
    model = Optional.of(new Model(context, folder));
  }

  /** The stages as they are now, in the order of their files; none before there are routes. */
  List<Stage> stages() {
    return model.map(this::stages).orElse(List.of());
  }

  private List<Stage> stages(Model of) {
    try (Stream<Path> files = Files.list(of.folder())) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> stage(of.context(), file))
          .filter(stage -> !stage.routes().isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the routes in " + of.folder(), e);
    }
  }

  private Stage stage(DefaultCamelContext context, Path file) {
    StageNotes notes = StageNotes.of(file);
    String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    return new Stage(name, notes.what(), notes.in(), notes.out(), routes(context, file));
  }

  private List<StageRoute> routes(DefaultCamelContext context, Path file) {
    List<StageRoute> routes = new ArrayList<>();
    for (RouteDefinition route : context.getRouteDefinitions()) {
      if (isOf(file, route.getResource()) && !route.isCreatedFromTemplate()) {
        routes.add(picture(route.getRouteId(), route, List.of(run(context, route.getId(), ""))));
      }
    }
    for (RouteTemplateDefinition template : context.getRouteTemplateDefinitions()) {
      if (isOf(file, template.getResource())) {
        routes.add(picture(template.getId(), template.getRoute(), runs(context, template)));
      }
    }
    return routes;
  }

  private static boolean isOf(Path file, Resource resource) {
    return resource != null
        && resource.getLocation().equals("file:" + file.toAbsolutePath().toString());
  }

  private static StageRoute picture(String id, RouteDefinition route, List<StageRoute.Run> runs) {
    List<String> to = new ArrayList<>();
    ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class)
        .forEach(each -> to.add(address(each)));
    ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDynamicDefinition.class)
        .forEach(each -> to.add(bare(each.getUri())));
    return new StageRoute(
        id, address(route.getInput()), to.stream().distinct().toList(), List.copyOf(runs));
  }

  private static String address(EndpointRequiredDefinition definition) {
    return bare(definition.getEndpointUri());
  }

  // Whoever writes a password into a route shows it to those who can read routes, but not here.
  private static String bare(String uri) {
    return URISupport.sanitizeUri(uri)
        .replaceFirst("\\?.*", "")
        .replaceFirst("(?<=//)[^/@]*@", "")
        .replaceFirst("^kamelet:([^/]*)/.*", "kamelet:$1");
  }

  private List<StageRoute.Run> runs(DefaultCamelContext context, RouteTemplateDefinition template) {
    return context.getRoutes().stream()
        .map(Route::getRouteId)
        .filter(route -> template.getId().equals(template(context, route)))
        .sorted()
        .map(route -> run(context, route, route.substring(template.getId().length() + 1)))
        .toList();
  }

  // The account's name follows that of the template; where one begins with another, the longer.
  private static String template(DefaultCamelContext context, String route) {
    return context.getRouteTemplateDefinitions().stream()
        .map(RouteTemplateDefinition::getId)
        .filter(id -> route.startsWith(id + "-"))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private StageRoute.Run run(DefaultCamelContext context, String route, String account) {
    ServiceStatus status = context.getRouteController().getRouteStatus(route);
    return new StageRoute.Run(account, status == ServiceStatus.Started, counts.of(route));
  }
}
