package io.serai.cli;

import io.serai.access.AuditLog;
import io.serai.config.Configuration;
import io.serai.config.ConfigurationFaults;
import io.serai.database.Database;
import io.serai.database.DatabaseFault;
import io.serai.privacy.Erasure;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serai erase}: the personal data of an order or of a customer. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description =
        "Erases the personal data of an order, or of all orders of a customer, for good: from orders, documents, messages and notes. Units, money and counts stay. Orders that have not ended are left, and named. The hub may run.")
final class EraseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigurationOption configuration;

  @ArgGroup(multiplicity = "1")
  private Whose whose;

  private static final class Whose {
    @Option(names = "--order", paramLabel = "CHANNEL/NUMBER", description = "One order.")
    private String order;

    @Option(
        names = "--customer",
        paramLabel = "MAIL",
        description = "All orders with this mail address.")
    private String customer;
  }

  @Option(names = "--dry-run", description = "Only say which orders are meant.")
  private boolean dryRun;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (whose.order != null && !whose.order.matches("[^/]+/.+")) {
      throw new ParameterException(
          spec.commandLine(), "Write the order as CHANNEL/NUMBER, such as dtc/1001.");
    }
    try {
      Configuration settings = configuration.load();
      try (ConfiguredDatabase place = ConfiguredDatabase.of(settings);
          Database database = place.open()) {
        Clock clock = Clock.systemUTC();
        Erasure erasure = new Erasure(clock, new AuditLog(clock));
        return database.inTransaction(handle -> erase(handle, erasure));
      }
    } catch (ConfigurationFaults faults) {
      faults.faults().forEach(err::println);
      return 1;
    } catch (DatabaseFault fault) {
      err.println("serai: " + fault.getMessage());
      return 1;
    }
  }

  private int erase(Handle handle, Erasure erasure) {
    PrintWriter out = spec.commandLine().getOut();
    List<Erasure.Found> found = find(handle, erasure);
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("serai: There is no such order.");
      return 1;
    }
    for (Erasure.Found order : found) {
      out.println(order.name() + ": " + fate(order));
    }
    List<Long> left = dryRun ? List.of() : erasure.erase(handle, found, "the command line");
    if (!left.isEmpty()) {
      out.println(
          "These documents name the customer, and wait to be applied or sent; settle them, then erase again: "
              + left);
    }
    out.flush();
    return left.isEmpty() && found.stream().noneMatch(Erasure.Found::isOpen) ? 0 : 1;
  }

  private List<Erasure.Found> find(Handle handle, Erasure erasure) {
    if (whose.customer != null) {
      return erasure.customer(handle, whose.customer);
    }
    int slash = whose.order.indexOf('/');
    return erasure.order(handle, whose.order.substring(0, slash), whose.order.substring(slash + 1));
  }

  private String fate(Erasure.Found order) {
    if (order.isOpen()) {
      return "left, since it has not ended, or something of it is still to be sent; cancel it at its channel first";
    }
    return dryRun ? "would be erased" : "erased";
  }
}
