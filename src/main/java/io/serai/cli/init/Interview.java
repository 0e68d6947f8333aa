package io.serai.cli.init;

import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Asks a person at a terminal; a bad answer is asked for again. */
final class Interview {
  private static final String ID = "[a-z][a-z0-9-]{0,39}";

  private final BufferedReader in;
  private final PrintWriter out;
  private final ConnectorCatalog catalog;

  Interview(BufferedReader in, PrintWriter out, ConnectorCatalog catalog) {
    this.in = in;
    this.out = out;
    this.catalog = catalog;
  }

  /** There are no more answers. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Accounts of a kind, one after the other, until no other is wanted. */
  List<Account> accounts(ConnectorKind kind, String usual, List<Account> before) {
    List<Account> accounts = new ArrayList<>();
    String names = String.join(", ", new TreeSet<>(catalog.names(kind)));
    String offered = usual;
    while (true) {
      out.printf("%nA %s. There are: %s.%n", kind.word(), names);
      String chosen =
          ask(
              accounts.isEmpty() ? "Which? (none for none)" : "Another? (Enter for no more)",
              offered,
              name ->
                  name.isEmpty() || name.equals("none") || catalog.find(kind, name).isPresent()
                      ? Optional.empty()
                      : Optional.of("There is no such connector"));
      if (chosen.isEmpty() || chosen.equals("none")) {
        return accounts;
      }
      List<Account> taken = new ArrayList<>(before);
      taken.addAll(accounts);
      accounts.add(account(catalog.find(kind, chosen).orElseThrow(), taken));
      offered = "";
    }
  }

  private Account account(Connector connector, List<Account> taken) {
    String id =
        ask(
            "Its id, which stands in all records",
            free(connector.name(), taken),
            answer ->
                answer.matches(ID) && isFree(answer, taken)
                    ? Optional.empty()
                    : Optional.of("An id of its own: small letters, digits and hyphens"));
    return complete(new Account(id, connector, Map.of()));
  }

  /** Asks for what an account must have and has not; secrets are left to the environment. */
  Account complete(Account account) {
    Map<String, String> answers = new LinkedHashMap<>(account.answers());
    for (Setting setting : Setting.of(account.connector())) {
      if (setting.required() && !setting.isSecret() && !answers.containsKey(setting.name())) {
        out.println("  " + setting.description());
        String shape = setting.example().map(text -> " (such as " + text + ")").orElse("");
        answers.put(
            setting.name(),
            ask("  " + setting.title() + shape, setting.usual().orElse(""), setting::objection));
      }
    }
    return new Account(account.id(), account.connector(), answers);
  }

  /** The answer to one question; Enter alone gives what is offered. */
  String ask(String question, String offered, Function<String, Optional<String>> objection) {
    while (true) {
      out.print(question + (offered.isEmpty() ? ": " : " [" + offered + "]: "));
      out.flush();
      String typed = line().strip();
      String answer = typed.isEmpty() ? offered : typed;
      Optional<String> wrong = objection.apply(answer);
      if (wrong.isEmpty()) {
        return answer;
      }
      out.println("  " + wrong.get() + ".");
    }
  }

  private String line() {
    try {
      String line = in.readLine();
      if (line == null) {
        throw new Ended();
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("the answer cannot be read", e);
    }
  }

  /** An id like this one that no account has yet. */
  static String free(String name, List<Account> taken) {
    String id = name;
    for (int i = 2; !isFree(id, taken); i++) {
      id = name + "-" + i;
    }
    return id;
  }

  private static boolean isFree(String id, List<Account> taken) {
    return taken.stream().noneMatch(account -> account.id().equals(id));
  }
}
