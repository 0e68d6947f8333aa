package io.serai.hub.files;

import io.serai.config.Configuration;
import io.serai.config.Settings;
import io.serai.config.Supplier;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** How files go to suppliers and come from them, for the Kamelets that say which of them. */
public final class Transports {
  private Transports() {}

  /**
   * Gives the routes what their endpoints name: {@code ftp}, {@code ftps} and {@code sftp} that
   * take nothing on trust, {@code #one-attempt} for HTTP, and for each supplier {@code #polling-ID}
   * and {@code #tls-ID}.
   *
   * @param alert takes a key that is the same for the same fault, and what the merchant is told
   */
  public static void addTo(
      CamelContext context, Configuration configuration, BiConsumer<String, String> alert) {
    Map<String, KnownServer> servers =
        configuration.suppliers().values().stream()
            .collect(Collectors.toMap(Supplier::id, KnownServer::of));
    context.addComponent("ftp", new SupplierFtp());
    context.addComponent("ftps", new SupplierFtps());
    context.addComponent("sftp", new SupplierSftp(servers));
    // The client would wait for as long as Retry-After says, and hold up all else that is owed.
    context
        .getRegistry()
        .bind("one-attempt", (HttpClientConfigurer) HttpClientBuilder::disableAutomaticRetries);
    for (Supplier supplier : configuration.suppliers().values()) {
      context.getRegistry().bind("polling-" + supplier.id(), new PollFaults(supplier.id(), alert));
      context.getRegistry().bind("tls-" + supplier.id(), trust(supplier.settings()));
    }
  }

  /** The properties that the hub sets for the Kamelets of a supplier's transport. */
  public static Map<String, String> properties(Supplier supplier) {
    Map<String, String> properties = new LinkedHashMap<>();
    Settings settings = supplier.settings();
    properties.put("pollMillis", Long.toString(supplier.poll().toMillis()));
    settings
        .text("timeoutSeconds")
        .ifPresent(seconds -> properties.put("timeoutMillis", seconds + "000"));
    settings
        .text("stillSeconds")
        .map(Integer::parseInt)
        .ifPresent(
            seconds -> {
              properties.put("stillMillis", Long.toString(seconds * 1000L));
              properties.put("lockMillis", Long.toString(seconds * 2500L));
            });
    settings
        .text("readLock")
        .ifPresent(
            lock -> {
              properties.put("lock", lock.equals("changed") ? "changed" : "none");
              if (lock.equals("done")) {
                properties.put("doneFile", "${file:name}.done");
              }
            });
    return properties;
  }

  private static SSLContextParameters trust(Settings settings) {
    return settings
        .text("certificateFile")
        .<SSLContextParameters>map(file -> new Trust(Path.of(file)))
        .orElseGet(SSLContextParameters::new);
  }
}
