package io.serai.cli;

import io.serai.backup.Backup;
import io.serai.backup.BackupFault;
import io.serai.config.Configuration;
import io.serai.config.ConfigurationFaults;
import io.serai.database.Database;
import io.serai.database.DatabaseFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serai backup}: the whole hub in one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes the database, as it is at one moment, and the configuration without its secrets into one file. The hub may run.")
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigurationOption configuration;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "The file to write; one that is there is replaced when the new one is whole.")
  private Path to;

  @Override
  public Integer call() {
    try {
      Configuration settings = configuration.load();
      try (ConfiguredDatabase place = ConfiguredDatabase.of(settings);
          Database database = place.open()) {
        Backup.Written written = write(new Backup(database, Clock.systemUTC()), settings);
        spec.commandLine()
            .getOut()
            .printf(
                "%s: %,d rows of %d tables, %,d KiB unpacked, %,d KiB packed.%n",
                to,
                written.rows(),
                written.tables(),
                written.bytes() / 1024,
                Files.size(to) / 1024);
        spec.commandLine().getOut().flush();
      }
      return 0;
    } catch (ConfigurationFaults faults) {
      faults.faults().forEach(spec.commandLine().getErr()::println);
      return 1;
    } catch (DatabaseFault | BackupFault | IOException fault) {
      spec.commandLine().getErr().println("serai: " + fault.getMessage());
      return 1;
    }
  }

  private Backup.Written write(Backup backup, Configuration settings) {
    Map<String, Path> files = new TreeMap<>();
    files.put("serai.yaml", configuration.file());
    add(files, "routes", settings.hub().routesFolder());
    add(files, "connectors", settings.hub().connectorsFolder());
    add(files, "templates", Optional.of(settings.hub().templatesFolder()));
    try (Progress progress = new Progress("Backup", backup.size())) {
      return backup.write(to.toAbsolutePath(), files, progress);
    }
  }

  private static void add(Map<String, Path> files, String name, Optional<Path> folder) {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder.get())) {
      all.filter(Files::isRegularFile)
          .forEach(
              file ->
                  files.put(
                      name + "/" + folder.get().relativize(file).toString().replace('\\', '/'),
                      file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder.get(), e);
    }
  }
}
