package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands of backup and restore say. */
class BackupCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aBackupIsOneCommandAndSoIsItsRestore() throws IOException {
    Path file = folder.resolve("b.zip");

    assertThat(serai("backup", "--config", hub("old").toString(), "--to", file.toString()))
        .as(err.toString())
        .isZero();
    assertThat(serai("restore", "--config", hub("new").toString(), "--from", file.toString()))
        .as(err.toString())
        .isZero();

    assertThat(out.toString())
        .contains("rows of", "KiB packed", "Balance: holds", "After a restore");
  }

  @Test
  void whatIsNoBackupIsSaidToBeNone() throws IOException {
    Path file = Files.writeString(folder.resolve("no.zip"), "not a zip");

    assertThat(serai("restore", "--config", hub("new").toString(), "--from", file.toString()))
        .isOne();

    assertThat(err.toString()).contains("no.zip is no whole backup").doesNotContain("\tat ");
  }

  private Path hub(String name) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        "database: {url: \"" + TestDatabase.freshUrl() + "\", user: postgres}\n");
  }

  private int serai(String... arguments) {
    CommandLine line = Serai.commandLine();
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
