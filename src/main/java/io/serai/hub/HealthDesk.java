package io.serai.hub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.health.Check;
import io.serai.health.DatabaseHealth;
import io.serai.mapping.Json;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;

/**
 * Bean {@code health}: whether the process lives, and whether it can do its work. Anybody may ask:
 * it says the names of checks and how they are, and nothing else.
 */
public final class HealthDesk {
  private final DatabaseHealth database;

  HealthDesk(DatabaseHealth database) {
    this.database = database;
  }

  /** The process lives, or it would not answer. */
  public void live(Exchange exchange) {
    answer(exchange, List.of());
  }

  /** Whether the database answers and is migrated, and all routes run. */
  public void ready(Exchange exchange) {
    List<Check> checks = new ArrayList<>(database.checks());
    checks.add(new Check("routes", run(exchange.getContext())));
    checks.add(new Check("running", exchange.getContext().getStatus() == ServiceStatus.Started));
    answer(exchange, checks);
  }

  private static boolean run(CamelContext context) {
    return context.getRoutes().stream()
        .map(Route::getRouteId)
        .allMatch(id -> context.getRouteController().getRouteStatus(id) == ServiceStatus.Started);
  }

  private static void answer(Exchange exchange, List<Check> checks) {
    boolean up = checks.stream().allMatch(Check::isUp);
    ObjectNode said = Json.object().put("status", up ? "up" : "down");
    ArrayNode each = said.putArray("checks");
    checks.forEach(check -> each.addObject().put("name", check.name()).put("state", check.state()));
    PlainReply.json(exchange, up ? 200 : 503, said.toString());
  }
}
