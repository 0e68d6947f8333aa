package io.serai.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: one class a command. Exit codes: 0 done, 1 the input or the result is at fault,
 * 2 the command line is.
 */
@Command(
    name = "serai",
    mixinStandardHelpOptions = true,
    version = "Serai 0.1.0",
    description =
        "Orders in, the best split over suppliers, every parcel followed to the customer.",
    subcommands = {PlanCommand.class, BenchCommand.class})
public final class Serai {
  private Serai() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The whole command line, as the launcher and the tests use it. */
  static CommandLine commandLine() {
    return new CommandLine(new Serai()).setCaseInsensitiveEnumValuesAllowed(true);
  }
}
