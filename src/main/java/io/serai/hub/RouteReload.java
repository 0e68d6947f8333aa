package io.serai.hub;

import java.nio.file.Path;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.FileWatcherResourceReloadStrategy;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The development switch {@code hub.reloadRoutes}: a route file that is saved is taken up while the
 * hub runs. A file that cannot be read changes nothing and is named in the log.
 */
final class RouteReload {
  private static final Logger LOG = LoggerFactory.getLogger(RouteReload.class);

  private final DefaultCamelContext context;
  private final AccountRoutes accountRoutes;

  private RouteReload(DefaultCamelContext context, AccountRoutes accountRoutes) {
    this.context = context;
    this.accountRoutes = accountRoutes;
  }

  /** Watches the folder from the start of the context to its end. */
  static void watch(Path folder, DefaultCamelContext context, AccountRoutes accountRoutes) {
    RouteReload reload = new RouteReload(context, accountRoutes);
    FileWatcherResourceReloadStrategy watcher =
        new FileWatcherResourceReloadStrategy(folder.toAbsolutePath().toString());
    watcher.setFileFilter(file -> file.getName().endsWith(".yaml"));
    watcher.setResourceReload(reload::takeUp);
    watcher.setCamelContext(context);
    try {
      context.addService(watcher);
    } catch (Exception e) {
      throw new RoutesFault("the routes in " + folder + " cannot be watched: " + e.getMessage(), e);
    }
  }

  private void takeUp(String name, Resource resource) {
    try {
      List<RouteTemplateDefinition> before = templatesIn(resource);
      PluginHelper.getRoutesLoader(context).updateRoutes(resource);
      // A template that is loaded again stands beside its former self until that is removed.
      for (RouteTemplateDefinition former : before) {
        context.removeRouteTemplateDefinition(former);
      }
      for (RouteTemplateDefinition template : templatesIn(resource)) {
        accountRoutes.renew(template);
      }
      LOG.info("{} is taken up", name);
    } catch (Exception e) {
      LOG.error("{} cannot be taken up: {}. ./serai check names the line.", name, e.getMessage());
    }
  }

  private List<RouteTemplateDefinition> templatesIn(Resource resource) {
    return context.getRouteTemplateDefinitions().stream()
        .filter(template -> template.getResource() != null)
        .filter(template -> template.getResource().getLocation().equals(resource.getLocation()))
        .toList();
  }
}
