package io.serai.cli.demo;

import io.serai.sandbox.Sandbox;
import io.serai.sandbox.supplier.Access;
import io.serai.sandbox.supplier.Format;
import io.serai.sandbox.supplier.SupplierProfile;
import java.time.Duration;
import java.util.Locale;

/** The accounts of a sandbox's suppliers, as they stand in serai.yaml. */
final class DemoSuppliers {
  // Hours pass in a blink: a file travels for half a second, which is days' work elsewhere.
  private static final Duration HEARD_WITHIN = Duration.ofDays(4);

  private DemoSuppliers() {}

  static String account(Sandbox sandbox, SupplierProfile supplier) {
    Access access = sandbox.access(supplier);
    return """
      %s:
        connector: %s
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
    %s%s"""
        .formatted(
            supplier.id(),
            connector(supplier.format()),
            supplier.name(),
            supplier.rank(),
            supplier.leadDays(),
            supplier.handlingFee(),
            String.join(", ", supplier.countries()),
            supplier.skuPrefix(),
            access.host(),
            access.port(),
            supplier.user(),
            supplier.password(),
            trust(access),
            settings(supplier));
  }

  /** The connector that speaks with such a supplier. */
  static String connector(Format format) {
    return format.word() + "-" + format.transport().name().toLowerCase(Locale.ROOT);
  }

  private static String trust(Access access) {
    return access.certificate().map(pem -> "      certificateFile: %s\n".formatted(pem)).orElse("")
        + access.hostKey().map(key -> "      hostKeys: [\"%s\"]\n".formatted(key)).orElse("");
  }

  private static String settings(SupplierProfile supplier) {
    return switch (supplier.format()) {
      case CSV -> csv(supplier);
      case FIXED -> "";
      case X12, EDIFACT -> interchanges(supplier);
    };
  }

  private static String csv(SupplierProfile supplier) {
    return """
          separator: "%s"
          decimalMark: "%s"
          dateFormat: %s
          charset: %s
    """
        .formatted(
            supplier.separator(),
            supplier.decimalMark(),
            supplier.dateFormat(),
            supplier.charset());
  }

  private static String interchanges(SupplierProfile supplier) {
    return """
          own: {qualifier: %s, id: %s}
          partner: {qualifier: %s, id: %s}
          functionalAcknowledgments: {expectWithinMinutes: %d}
    """
        .formatted(
            supplier.qualifier(),
            SupplierProfile.SHOP,
            supplier.qualifier(),
            supplier.mailbox(),
            HEARD_WITHIN.toMinutes());
  }
}
