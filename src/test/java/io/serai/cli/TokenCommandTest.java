package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands of tokens do and say. */
class TokenCommandTest {
  @TempDir private static Path folder;
  private static Path hub;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void aHub() throws IOException {
    hub =
        Files.writeString(
            folder.resolve("serai.yaml"),
            "database: {url: \"" + TestDatabase.freshUrl() + "\", user: postgres}\n");
  }

  @Test
  void aTokenIsMadeListedAndRevoked() {
    assertThat(
            token(
                "create",
                "--name",
                "shop",
                "--scope",
                "orders:read,stock:write",
                "--expires-days",
                "30"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).matches("serai_[A-Za-z0-9_-]{43}\\R");
    String secret = out.toString().strip();

    assertThat(token("list")).isZero();
    assertThat(token("revoke", "SHOP")).as(err.toString()).isZero();
    assertThat(token("list")).isZero();

    assertThat(out.toString().replaceFirst(secret, ""))
        .contains("shop  orders:read,stock:write  made", "never used  until 20")
        .contains("The token shop is revoked.", "never used  revoked 20")
        .doesNotContain(secret);
  }

  @Test
  void whatWillNotDoIsSaid() {
    assertThat(token("create", "--name", "a", "--scope", "orders:eat")).isOne();
    assertThat(token("create", "--name", "<b>", "--scope", "orders:read")).isOne();
    assertThat(token("create", "--name", "b", "--scope", "orders:read", "--expires-days", "0"))
        .isOne();
    assertThat(token("revoke", "nobody")).isOne();

    assertThat(err.toString())
        .contains(
            "There is no scope orders:eat",
            "A name has 1 to 60 letters",
            "1 to 3650 days",
            "There is no token nobody")
        .doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aCommandLineThatSaysTooLittleIsAtFault() {
    assertThat(token()).isEqualTo(2);
    assertThat(token("create", "--name", "a")).isEqualTo(2);
    assertThat(token("revoke")).isEqualTo(2);
  }

  private int token(String... arguments) {
    String[] all = new String[arguments.length + (arguments.length > 0 ? 3 : 1)];
    all[0] = "token";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    if (arguments.length > 0) {
      all[all.length - 2] = "--config";
      all[all.length - 1] = hub.toString();
    }
    CommandLine line = Serai.commandLine();
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(all);
  }
}
