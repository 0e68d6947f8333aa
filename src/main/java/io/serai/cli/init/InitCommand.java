package io.serai.cli.init;

import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.config.Nearest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serai init}: writes a first configuration by asking, or from what the options say. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a commented serai.yaml, by asking or from options. Secrets are left to the environment.",
      "Any connector in connectors/ can be chosen; its own settings are asked for."
    })
public final class InitCommand implements Callable<Integer> {
  private final Path installation;
  private final InputStream answers;

  @Spec private CommandSpec spec;

  @Option(
      names = "--channel",
      paramLabel = "[ID=]CONNECTOR",
      description = "A channel, such as shop=shopify; may be given again.")
  private List<String> channels = new ArrayList<>();

  @Option(
      names = "--supplier",
      paramLabel = "[ID=]CONNECTOR",
      description = "A supplier, such as north=csv-sftp; may be given again.")
  private List<String> suppliers = new ArrayList<>();

  @Option(
      names = "--notifier",
      paramLabel = "[ID=]CONNECTOR",
      description = "Who writes to customers, such as mail=email; may be given again.")
  private List<String> notifiers = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "ID.SETTING=VALUE",
      description = "A setting, such as shop.url=https://my-shop.myshopify.com.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--time-zone", paramLabel = "ZONE", description = "Such as Europe/Berlin.")
  private String timeZone;

  @Option(
      names = "--alerts-to",
      paramLabel = "ADDRESS",
      description = "Who is mailed what needs a person.")
  private String alertsTo;

  @Option(
      names = "--yes",
      description = "Asks nothing: what is not given is taken from the environment.")
  private boolean yes;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "serai.yaml",
      description = "The file to write. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--force", description = "Writes over a file that is there.")
  private boolean force;

  /**
   * @param installation the folder with {@code connectors/}
   * @param answers where a person types
   */
  public InitCommand(Path installation, InputStream answers) {
    this.installation = installation;
    this.answers = answers;
  }

  /** Exit code 1 when nothing was written. */
  @Override
  public Integer call() throws IOException {
    if (Files.exists(out) && !force) {
      return refuse(out + " is there already; give --force to write over it, or --out FILE");
    }
    ConnectorCatalog catalog = ConnectorCatalog.scan(installation.resolve("connectors"));
    List<Account> given = given(catalog);
    try {
      NewConfiguration made =
          yes
              ? new NewConfiguration(zone(), Optional.ofNullable(alertsTo), given)
              : asked(catalog, given);
      write(made.text());
      tell(made);
      return 0;
    } catch (Interview.Ended e) {
      return refuse("that was the end of the answers; nothing was written");
    } catch (FileAlreadyExistsException e) {
      return refuse(out + " has come to be meanwhile; nothing was written");
    }
  }

  private NewConfiguration asked(ConnectorCatalog catalog, List<Account> given) {
    BufferedReader in = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
    PrintWriter terminal = spec.commandLine().getOut();
    Interview interview = new Interview(in, terminal, catalog);
    terminal.println("Enter alone takes what stands in [brackets]; Ctrl-D ends without a file.");
    String zone = interview.ask("The time zone of your days", zone(), InitCommand::noZone);
    String alerts =
        interview.ask(
            "Who is mailed what needs a person? (Enter for nobody)",
            Optional.ofNullable(alertsTo).orElse(""),
            text ->
                text.isEmpty() || text.matches("[^\\s<>,]+@[^\\s<>,]+")
                    ? Optional.empty()
                    : Optional.of("That is no mail address"));
    List<Account> accounts = new ArrayList<>();
    given.forEach(account -> accounts.add(interview.complete(account)));
    Map<ConnectorKind, String> usual =
        Map.of(
            ConnectorKind.CHANNEL, "shopify",
            ConnectorKind.SUPPLIER, "csv-sftp",
            ConnectorKind.NOTIFIER, "email");
    for (ConnectorKind kind : ConnectorKind.values()) {
      if (given.stream().noneMatch(account -> account.connector().kind() == kind)) {
        accounts.addAll(interview.accounts(kind, usual.get(kind), accounts));
      }
    }
    return new NewConfiguration(
        zone, Optional.of(alerts).filter(text -> !text.isEmpty()), accounts);
  }

  private List<Account> given(ConnectorCatalog catalog) {
    List<Account> accounts = new ArrayList<>();
    channels.forEach(text -> accounts.add(given(ConnectorKind.CHANNEL, text, catalog, accounts)));
    suppliers.forEach(text -> accounts.add(given(ConnectorKind.SUPPLIER, text, catalog, accounts)));
    notifiers.forEach(text -> accounts.add(given(ConnectorKind.NOTIFIER, text, catalog, accounts)));
    settings.keySet().stream()
        .filter(key -> accounts.stream().noneMatch(account -> key.startsWith(account.id() + ".")))
        .findFirst()
        .ifPresent(
            key -> {
              throw wrong("--set " + key + " names no account; name it as in --channel ID=...");
            });
    return accounts;
  }

  private Account given(
      ConnectorKind kind, String text, ConnectorCatalog catalog, List<Account> taken) {
    String name = text.substring(text.indexOf('=') + 1);
    Connector connector =
        catalog
            .find(kind, name)
            .orElseThrow(
                () ->
                    wrong(
                        "unknown connector \"%s\" for a %s, %s"
                            .formatted(
                                name, kind.word(), Nearest.cure(name, catalog.names(kind)))));
    String id =
        text.contains("=") ? text.substring(0, text.indexOf('=')) : Interview.free(name, taken);
    Map<String, String> own = new LinkedHashMap<>();
    for (Setting setting : Setting.of(connector)) {
      String value = settings.get(id + "." + setting.name());
      if (value != null) {
        setting.objection(value).ifPresent(why -> reject(id, setting, why));
        own.put(setting.name(), value);
      }
    }
    return new Account(id, connector, own);
  }

  private void reject(String id, Setting setting, String why) {
    throw wrong("--set " + id + "." + setting.name() + ": " + why);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private String zone() {
    String zone = Optional.ofNullable(timeZone).orElse(ZoneId.systemDefault().getId());
    noZone(zone)
        .ifPresent(
            why -> {
              throw wrong("--time-zone " + zone + ": " + why);
            });
    return zone;
  }

  private static Optional<String> noZone(String text) {
    try {
      ZoneId.of(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("That is no time zone; write its IANA name, such as America/New_York");
    }
  }

  private void write(String text) throws IOException {
    if (force) {
      Files.writeString(out, text);
    } else {
      Files.writeString(out, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
  }

  private void tell(NewConfiguration made) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf("%n%s is written.%n", out);
    boolean first = true;
    for (Account account : made.accounts()) {
      for (Setting setting : account.fromEnvironment()) {
        if (first) {
          terminal.println("Set these variables of the environment:");
          first = false;
        }
        String shape = setting.example().map(text -> ", such as " + text).orElse("");
        terminal.printf(
            "  %-28s %s of %s%s%n",
            account.variable(setting), setting.title(), account.id(), shape);
      }
    }
    terminal.printf("Then: ./serai check --config %s%n", out);
    terminal.flush();
  }

  private int refuse(String why) {
    spec.commandLine().getErr().println("serai: " + why + ".");
    return 1;
  }
}
