package io.serai.cli.demo;

import io.serai.sandbox.Sandbox;
import io.serai.sandbox.supplier.SupplierProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes the serai.yaml by which a hub works with a sandbox, as a merchant would write one for the
 * real world.
 */
public final class DemoConfiguration {
  private DemoConfiguration() {}

  /** Writes it into a folder, which becomes the hub's own, and returns the file. */
  public static Path write(Sandbox sandbox, Path folder) {
    String text =
        """
        hub:
          name: demo
          dataFolder: data
          sweepMillis: 200
          clock:
            start: %s
            realStart: %s
            rate: %s
        channels:
          dtc:
            connector: shopify
            shopName: Caravan & Co
            pollSeconds: 4
            pushStockSeconds: 4
            settings:
              url: %s
              accessToken: %s
              locationId: %s
        suppliers:
        %snotifiers:
          mail:
            connector: email
            settings:
              host: %s
              port: %d
              from: Caravan & Co <orders@caravan.example>
        rules:
          prioritize: [shipments, price, speed]
          backorders:
            notifyAfterDays: 7
            cancelAfterDays: 14
            releaseWindowMinutes: 30
          substitutes:
        %s"""
            .formatted(
                sandbox.clock().start(),
                sandbox.clock().realStart(),
                Double.toString(sandbox.clock().rate()),
                sandbox.storeUrl(),
                sandbox.storeToken(),
                sandbox.locationId(),
                sandbox.suppliers().stream()
                    .map(supplier -> supplier(sandbox, supplier))
                    .collect(Collectors.joining()),
                sandbox.smtpHost(),
                sandbox.smtpPort(),
                substitutes(sandbox));
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve("serai.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the demo's configuration", e);
    }
  }

  private static String substitutes(Sandbox sandbox) {
    StringBuilder text = new StringBuilder();
    sandbox
        .substitutes()
        .forEach((sku, other) -> text.append("    \"" + sku + "\": [\"" + other + "\"]\n"));
    return text.isEmpty() ? "    {}\n" : text.toString();
  }

  private static String supplier(Sandbox sandbox, SupplierProfile supplier) {
    return """
      %s:
        connector: csv-ftp
        name: %s
        rank: %d
        leadDays: %d
        handlingFee: "%s"
        countries: [%s]
        pollSeconds: 0.5
        skuPrefix: "%s"
        acknowledgmentHours: 96
        settings:
          host: %s
          port: %d
          user: %s
          password: %s
          readLock: none
          separator: "%s"
          decimalMark: "%s"
          dateFormat: %s
          charset: %s
    """
        .formatted(
            supplier.id(),
            supplier.name(),
            supplier.rank(),
            supplier.leadDays(),
            supplier.handlingFee(),
            String.join(", ", supplier.countries()),
            supplier.skuPrefix(),
            sandbox.ftpHost(),
            sandbox.ftpPort(),
            supplier.user(),
            supplier.password(),
            supplier.separator(),
            supplier.decimalMark(),
            supplier.dateFormat(),
            supplier.charset());
  }
}
