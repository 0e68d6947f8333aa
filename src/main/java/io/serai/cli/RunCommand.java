package io.serai.cli;

import io.serai.config.Configuration;
import io.serai.config.ConfigurationFaults;
import io.serai.database.DatabaseFault;
import io.serai.hub.Hub;
import io.serai.hub.RoutesFault;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serai run}: the hub, until it is asked to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the hub until it is asked to stop (Ctrl-C or SIGTERM).")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; serai.yaml here, or else of the installation.")
  private Path config;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Configuration configuration = Configuration.load(file(), Home.path(), System.getenv());
      Hub hub = Hub.start(configuration, Home.path());
      FirstLogin.tell(spec.commandLine().getOut(), hub, configuration);
      // Being asked to stop is how a hub ends well: the exit code says so.
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    hub.close();
                    Runtime.getRuntime().halt(0);
                  },
                  "stop"));
      new CountDownLatch(1).await();
      return 0;
    } catch (ConfigurationFaults faults) {
      faults.faults().forEach(err::println);
      return 1;
    } catch (DatabaseFault | RoutesFault fault) {
      err.println("serai: " + fault.getMessage());
      return 1;
    }
  }

  private Path file() {
    Path here = Path.of("serai.yaml");
    if (config != null) {
      return config;
    }
    return Files.exists(here) ? here : Home.path().resolve("serai.yaml");
  }
}
