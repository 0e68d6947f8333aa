package io.serai.cli.init;

import io.serai.config.ConnectorKind;
import java.util.List;
import java.util.Optional;

/**
 * A {@code serai.yaml} that is to be written.
 *
 * @param alertsTo the mail address of whoever must know soon what needs a person
 */
record NewConfiguration(String timeZone, Optional<String> alertsTo, List<Account> accounts) {

  /** The file, with a comment for each setting that is left as it is. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("# Written by ./serai init. ./serai check says what is wrong with it.\n");
    text.append("# Secrets come from the environment (${NAME}) or from files (${file:/path}),\n");
    text.append("# never from this file. A setting behind # is left as it is by default.\n");
    text.append("hub:\n  # Where the database and the archive lie.\n  dataFolder: data\n");
    text.append("  # In which your days begin and end.\n  timeZone: ")
        .append(timeZone)
        .append('\n');
    text.append("  # Who is written to when something needs a person.\n");
    text.append(alertsTo.map(to -> "  alertsTo: " + to).orElse("  # alertsTo: you@example.com"));
    text.append('\n');
    for (ConnectorKind kind : ConnectorKind.values()) {
      List<Account> ofKind =
          accounts.stream().filter(account -> account.connector().kind() == kind).toList();
      if (!ofKind.isEmpty()) {
        text.append('\n').append(kind.folder()).append(":\n");
        ofKind.forEach(account -> add(text, account));
      }
    }
    return text.append(rules()).toString();
  }

  private static void add(StringBuilder text, Account account) {
    text.append("  # ").append(oneLine(account.connector().description())).append('\n');
    text.append("  ").append(account.id()).append(":\n");
    text.append("    connector: ").append(account.connector().name()).append('\n');
    text.append("    settings:");
    List<Setting> settings = Setting.of(account.connector());
    boolean says = settings.stream().anyMatch(setting -> isSaid(account, setting));
    text.append(says ? "\n" : " {}\n");
    settings.stream()
        .filter(setting -> isSaid(account, setting))
        .forEach(setting -> say(text, account, setting));
    settings.stream()
        .filter(setting -> !isSaid(account, setting))
        .forEach(setting -> mention(text, account, setting));
  }

  private static boolean isSaid(Account account, Setting setting) {
    return setting.required() || account.answers().containsKey(setting.name());
  }

  private static void say(StringBuilder text, Account account, Setting setting) {
    comment(text, setting);
    text.append("      ").append(setting.name()).append(": ");
    String answer = account.answers().get(setting.name());
    if (answer != null) {
      text.append(setting.yaml(answer));
    } else if (setting.isText()) {
      text.append("${").append(account.variable(setting)).append('}');
    } else {
      text.append(setting.example().orElse("{}")).append("  # an example: write your own");
    }
    text.append('\n');
  }

  private static void mention(StringBuilder text, Account account, Setting setting) {
    String value =
        setting.isSecret()
            ? "${" + account.variable(setting) + "}"
            : setting.usual().or(setting::example).map(setting::yaml).orElse("...");
    comment(text, setting);
    text.append("      # ").append(setting.name()).append(": ").append(value).append('\n');
  }

  private static void comment(StringBuilder text, Setting setting) {
    text.append("      # ").append(oneLine(setting.title() + ": " + setting.description()));
    text.append('\n');
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String rules() {
    return """

        # How orders are split and how long units may wait; docs/rules.md tells of each.
        rules:
          prioritize: [shipments, price, speed]
          backorders:
            notifyAfterDays: 7
            cancelAfterDays: 14
        """;
  }
}
