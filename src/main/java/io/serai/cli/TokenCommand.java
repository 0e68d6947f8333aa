package io.serai.cli;

import io.serai.access.AuditLog;
import io.serai.config.ConfigurationFaults;
import io.serai.database.Database;
import io.serai.database.DatabaseFault;
import io.serai.rest.AccessToken;
import io.serai.rest.AccessTokens;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serai token}: who may call the API. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Makes, lists and revokes the tokens by which programs call the API. The hub may run.")
final class TokenCommand implements Runnable {
  private final Clock clock = Clock.systemUTC();
  private final AccessTokens tokens = new AccessTokens(clock);
  private final AuditLog audit = new AuditLog(clock);

  @Spec private CommandSpec spec;

  /** Without a subcommand there is nothing to do: says which there are. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "create, list or revoke?");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a token and prints it, alone on its line; it is shown only now.")
  int create(
      @Mixin ConfigurationOption configuration,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              required = true,
              description = "Of the program that calls; what it does is noted under it.")
          String name,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              required = true,
              split = ",",
              description = "What it may do, such as orders:read,orders:write.")
          List<String> scopes,
      @Option(
              names = "--expires-days",
              paramLabel = "DAYS",
              description = "After how many days it ends; else it lasts until it is revoked.")
          Integer days) {
    return on(
        configuration,
        (handle, out) -> {
          AccessTokens.Made made =
              tokens.make(handle, name, scopes, Optional.ofNullable(days), who());
          audit.note(handle, who(), "made", "token " + made.name(), String.join(", ", scopes));
          out.println(made.secret());
          return 0;
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the tokens, the newest first; the secrets are kept nowhere.")
  int list(@Mixin ConfigurationOption configuration) {
    return on(
        configuration,
        (handle, out) -> {
          List<AccessToken> all = tokens.all(handle);
          all.forEach(token -> out.println(line(token)));
          if (all.isEmpty()) {
            out.println("There are no tokens.");
          }
          return 0;
        });
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends a token: who has it is refused from now on.")
  int revoke(
      @Mixin ConfigurationOption configuration,
      @Parameters(paramLabel = "NAME", description = "The token's name.") String name) {
    return on(
        configuration,
        (handle, out) -> {
          Optional<AccessToken> token = tokens.find(handle, name);
          if (token.filter(found -> tokens.revoke(handle, found.id(), who())).isEmpty()) {
            fail("There is no token " + name + " that lasts; ./serai token list shows them all.");
            return 1;
          }
          audit.note(handle, who(), "revoked", "token " + token.get().name(), "");
          out.println("The token " + token.get().name() + " is revoked.");
          return 0;
        });
  }

  private int on(ConfigurationOption configuration, ToIntBiFunction<Handle, PrintWriter> work) {
    try (ConfiguredDatabase place = ConfiguredDatabase.of(configuration.load());
        Database database = place.open()) {
      return database.inTransaction(handle -> work.applyAsInt(handle, spec.commandLine().getOut()));
    } catch (ConfigurationFaults faults) {
      faults.faults().forEach(spec.commandLine().getErr()::println);
      return 1;
    } catch (DatabaseFault | AccessTokens.Unfit fault) {
      fail(fault.getMessage());
      return 1;
    }
  }

  private void fail(String why) {
    spec.commandLine().getErr().println("serai: " + why);
  }

  // The machine's own word for who sits at it: a command asks for no login.
  private static String who() {
    return "command line of " + System.getProperty("user.name", "somebody");
  }

  private String line(AccessToken token) {
    return "%s  %s  made %s by %s  %s  %s"
        .formatted(
            token.name(),
            String.join(",", token.scopes()),
            day(token.madeAt()),
            token.madeBy(),
            token.usedAt().map(at -> "last used " + day(at)).orElse("never used"),
            end(token));
  }

  private String end(AccessToken token) {
    if (token.revokedAt().isPresent()) {
      return "revoked " + day(token.revokedAt().get());
    }
    return token
        .expiresAt()
        .map(at -> (at.isAfter(clock.instant()) ? "until " : "expired ") + day(at))
        .orElse("until it is revoked");
  }

  private static String day(Instant at) {
    return at.toString().substring(0, 10);
  }
}
