package io.serai.cli;

import io.serai.check.HubParts;
import io.serai.cli.demo.DemoCommand;
import io.serai.cli.init.InitCommand;
import io.serai.hub.Hub;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line: one class a command. Exit codes: 0 done, 1 the input or the result is at fault,
 * 2 the command line is.
 */
@Command(
    name = "serai",
    mixinStandardHelpOptions = true,
    version = "Serai 0.1.0",
    description =
        "Orders in, the best split over suppliers, every parcel followed to the customer.")
public final class Serai implements Runnable {
  @Spec private CommandSpec spec;

  private Serai() {}

  public static void main(String[] arguments) {
    // Before anything speaks TLS: Java discards the tickets of vsftpd, which live too long for it,
    // and could resume no session of an FTPS server then.
    System.setProperty("jdk.tls.client.enableSessionTicketExtension", "false");
    System.exit(commandLine().execute(arguments));
  }

  /** Without a command there is nothing to do: says which there are. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /**
   * The whole command line, as the launcher, the tests and the examples of the documents use it.
   */
  public static CommandLine commandLine() {
    return new CommandLine(new Serai())
        .addSubcommand(new DemoCommand(Home.path()))
        .addSubcommand(new RunCommand())
        .addSubcommand(new InitCommand(Home.path(), System.in))
        .addSubcommand(new BackupCommand())
        .addSubcommand(new RestoreCommand())
        .addSubcommand(new EraseCommand())
        .addSubcommand(new TokenCommand())
        .addSubcommand(new PlanCommand())
        .addSubcommand(new BenchCommand())
        .addSubcommand(new InspectCommand(Home.path()))
        .addSubcommand(
            new CheckCommand(
                new HubParts(Hub.beanTypes(), Hub.propertyNames()), Home.path(), System.getenv()))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
