package io.serai.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * This hub as a whole.
 *
 * @param name one name per hub process
 * @param dataFolder where the embedded database and the archive lie
 * @param reloadRoutes whether a saved route file is taken up while running
 * @param routesFolder the integrator's own routes, instead of those of the installation
 * @param connectorsFolder the integrator's own connectors, instead of those of the installation
 * @param templatesFolder the merchant's own mail templates; it need not be there
 * @param timeZone in which the merchant counts days
 * @param alertsTo the mail address of whoever must know soon what needs a person
 * @param httpPort where browsers are answered and webhooks taken; 0 for any that is free
 * @param publicUrl the address by which customers reach the hub
 * @param pageLife how long a customer's page can be seen after the order has ended
 * @param metricsToken what whoever reads the metrics must show; without it there are none
 * @param tracing where traces are sent to; without it there are none
 * @param clock a simulated clock, in rehearsals only
 * @param sweep how often owed work is looked for
 */
public record Hub(
    String name,
    Path dataFolder,
    boolean reloadRoutes,
    Optional<Path> routesFolder,
    Optional<Path> connectorsFolder,
    Path templatesFolder,
    ZoneId timeZone,
    Optional<String> alertsTo,
    int httpPort,
    Optional<URI> publicUrl,
    Duration pageLife,
    Optional<Secret> metricsToken,
    Optional<URI> tracing,
    Optional<SimulatedTime> clock,
    Duration sweep) {}
