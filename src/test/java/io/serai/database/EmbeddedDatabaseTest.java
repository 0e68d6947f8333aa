package io.serai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsThereAfterARestart() {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
        Database database = Database.open(server.url(), "postgres", "", 2)) {
      database.useTransaction(
          handle -> handle.execute("insert into poll values ('dtc', 'orders', 'c7', now())"));
    }
    assertThat(cursor()).isEqualTo("c7");
  }

  @Test
  void whatIsCommittedIsThereAfterPostgresIsKilledInTheMiddleOfIt() throws Exception {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
      Database database = Database.open(server.url(), "postgres", "", 2);
      database.useTransaction(
          handle -> handle.execute("insert into poll values ('dtc', 'orders', 'c8', now())"));
      String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0).strip();
      ProcessHandle postgres = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      postgres.destroyForcibly();
      postgres.onExit().get(30, TimeUnit.SECONDS);
      database.close();
    }
    assertThat(cursor()).isEqualTo("c8");
  }

  @Test
  void aSecondHubOnTheSameFolderIsRefusedWithTheFolderAndTheCure() {
    EmbeddedDatabase first = EmbeddedDatabase.start(folder);
    try {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
          .isInstanceOf(DatabaseFault.class)
          .hasMessageContaining("Another hub already uses " + folder)
          .hasMessageContaining("hub.dataFolder");
    } finally {
      first.close();
    }
  }

  @Test
  void theServerStopsWithTheHub() {
    EmbeddedDatabase server = EmbeddedDatabase.start(folder);
    server.close();

    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThatThrownBy(() -> DriverManager.getConnection(server.url()))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aCommitIsOnDiskWhenItIsAnswered() {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
        Database database = Database.open(server.url(), "postgres", "", 2)) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(
                database.<String>inTransaction(
                    handle -> handle.createQuery("show " + setting).mapTo(String.class).one()))
            .as(setting)
            .isEqualTo("on");
      }
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNamedWithTheSettingsToCheck() {
    assertThatThrownBy(
            () -> Database.open("jdbc:postgresql://127.0.0.1:1/serai", "serai", "secret", 2))
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/serai")
        .hasMessageContaining("database.password")
        .hasMessageNotContaining("secret");
  }

  private String cursor() {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
        Database database = Database.open(server.url(), "postgres", "", 2)) {
      return database.inTransaction(
          handle -> handle.createQuery("select cursor from poll").mapTo(String.class).one());
    }
  }
}
