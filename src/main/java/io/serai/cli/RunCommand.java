package io.serai.cli;

import io.serai.config.Configuration;
import io.serai.config.ConfigurationFaults;
import io.serai.database.DatabaseFault;
import io.serai.hub.Hub;
import io.serai.hub.RoutesFault;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serai run}: the hub, until it is asked to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the hub until it is asked to stop (Ctrl-C or SIGTERM).")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfigurationOption option;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Configuration configuration = option.load();
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
}
