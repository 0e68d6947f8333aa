package io.serai.cli;

import io.serai.backup.Aftermath;
import io.serai.backup.BackupFault;
import io.serai.backup.Restore;
import io.serai.balance.Balance;
import io.serai.config.Configuration;
import io.serai.config.ConfigurationFaults;
import io.serai.database.Database;
import io.serai.database.DatabaseFault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serai restore}: a backup into an empty database. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Fills an empty database from a backup. What was owed is put before a person, and numbers that may have been given out since are passed over, unless --moved. No hub may run on the database.")
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigurationOption configuration;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      required = true,
      description = "What ./serai backup has written.")
  private Path from;

  @Option(
      names = "--moved",
      description =
          "The hub was stopped before the backup was made and has not run since: it goes on as it was.")
  private boolean moved;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (Restore restore = Restore.open(from)) {
      Configuration settings = configuration.load();
      try (ConfiguredDatabase place = ConfiguredDatabase.alone(settings)) {
        fill(restore, place);
        return report(restore, place);
      }
    } catch (ConfigurationFaults faults) {
      faults.faults().forEach(err::println);
      return 1;
    } catch (DatabaseFault | BackupFault fault) {
      err.println("serai: " + fault.getMessage());
      return 1;
    }
  }

  private void fill(Restore restore, ConfiguredDatabase place) {
    try (Progress progress = new Progress("Restore", restore.size())) {
      restore.fill(place::openAt, moved ? Aftermath.MOVED : Aftermath.WENT_ON, progress);
    }
  }

  // The tables are brought up to date, and the balance is counted, before anybody relies on them.
  private int report(Restore restore, ConfiguredDatabase place) {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = place.open()) {
      List<String> broken = database.inTransaction(Balance::check);
      int held =
          database.inTransaction(
              handle ->
                  handle
                      .createQuery("select count(*) from delivery where state = 'quarantined'")
                      .mapTo(Integer.class)
                      .one());
      out.printf(
          "Restored as of %s. Balance: %s. %d deliveries wait for a person.%n",
          restore.madeAt(), broken.isEmpty() ? "holds" : "is broken", held);
      broken.forEach(out::println);
      if (!moved) {
        out.println("Before you start the hub, read \"After a restore\" in docs/operator.md.");
      }
      out.flush();
      return broken.isEmpty() ? 0 : 1;
    }
  }
}
