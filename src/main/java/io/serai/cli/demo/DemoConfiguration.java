package io.serai.cli.demo;

import io.serai.sandbox.Market;
import io.serai.sandbox.Sandbox;
import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.rest.ChannelSandbox;
import io.serai.sandbox.sms.SmsService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the serai.yaml by which a hub works with a sandbox, as a merchant would write one for the
 * real world.
 */
public final class DemoConfiguration {
  private static final String WEBHOOK_SECRET = "shpss_sandbox_0123456789abcdef";

  private DemoConfiguration() {}

  /**
   * Writes it into a folder, which becomes the hub's own, and returns the file; and has the store
   * tell the hub of orders, so that they come both ways at once.
   */
  public static Path write(Sandbox sandbox, Path folder) {
    int port = freePort();
    String text =
        """
        hub:
          name: demo
          dataFolder: data
          sweepMillis: 200
          httpPort: %d
          publicUrl: http://127.0.0.1:%d
          timeZone: America/New_York
          alertsTo: ops@caravan.example
          clock:
            start: %s
            realStart: %s
            rate: %s
        channels:
        %ssuppliers:
        %snotifiers:
          mail:
            connector: email
            settings:
              host: %s
              port: %d
              from: Caravan & Co <orders@caravan.example>
          sms:
            connector: sms-http
            settings:
              url: %s
              accountSid: %s
              authToken: %s
              from: "+15005550006"
        rules:
          prioritize: [shipments, price, speed]
          backorders:
            notifyAfterDays: 7
            cancelAfterDays: 14
            warnBeforeDays: 2
            onSilence: cancel
            answerWithinDays: 3
            releaseWindowMinutes: 30
          stock: {maxAgeHours: 144}
          substitutes: %s
        """
            .formatted(
                port,
                port,
                sandbox.clock().start(),
                sandbox.clock().realStart(),
                Double.toString(sandbox.clock().rate()),
                sandbox.channels().entrySet().stream()
                    .map(channel -> channel(channel.getKey(), channel.getValue()))
                    .collect(Collectors.joining()),
                sandbox.suppliers().stream()
                    .map(supplier -> DemoSuppliers.account(sandbox, supplier))
                    .collect(Collectors.joining()),
                sandbox.smtpHost(),
                sandbox.smtpPort(),
                sandbox.sms().url(),
                SmsService.ACCOUNT,
                SmsService.TOKEN,
                substitutes(sandbox));
    sandbox
        .store()
        .webhooks()
        .tell(URI.create("http://127.0.0.1:" + port + "/webhooks/dtc"), WEBHOOK_SECRET);
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve("serai.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the demo's configuration", e);
    }
  }

  // A marketplace writes to its customers itself.
  private static String channel(String id, ChannelSandbox channel) {
    String own =
        id.equals(Market.DTC)
            ? "    messages: {sms: {back-in-stock: false}}\n"
                + "    customerPriority: {vip: 5}\n"
                + "    availability: {learnBuffer: true}\n"
            : "    customerMail: false\n";
    Map<String, String> known = new TreeMap<>(channel.settings());
    if (id.equals(Market.DTC)) {
      known.put("webhookSecret", WEBHOOK_SECRET);
    }
    String settings =
        known.entrySet().stream()
            .map(each -> "      %s: \"%s\"\n".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining());
    return """
      %s:
        connector: %s
        shopName: Caravan & Co
        pollSeconds: 4
        pushStockSeconds: 4
    %s    settings:
    %s"""
        .formatted(id, channel.connector(), own, settings);
  }

  // Every other SKU may be had as the next one, by their names; and what suppliers send instead is
  // taken.
  private static String substitutes(Sandbox sandbox) {
    List<String> skus =
        sandbox.orders().stream()
            .flatMap(order -> order.lines().stream())
            .map(SoldLine::sku)
            .distinct()
            .sorted()
            .toList();
    Map<String, Set<String>> others = new TreeMap<>();
    sandbox
        .substitutes()
        .forEach((sku, other) -> others.computeIfAbsent(sku, any -> new TreeSet<>()).add(other));
    for (int i = 0; i + 1 < skus.size(); i += 2) {
      others.computeIfAbsent(skus.get(i), any -> new TreeSet<>()).add(skus.get(i + 1));
    }
    return others.entrySet().stream()
        .map(
            entry ->
                "\"%s\": [\"%s\"]"
                    .formatted(entry.getKey(), String.join("\", \"", entry.getValue())))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free for the demo's pages", e);
    }
  }
}
