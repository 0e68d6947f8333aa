package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TestDatabase;
import io.serai.database.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command of erasure says. */
class EraseCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String url;

  @BeforeEach
  void anEndedOrderAndAnOpenOne() throws IOException {
    url = TestDatabase.freshUrl();
    Files.writeString(
        folder.resolve("serai.yaml"), "database: {url: \"" + url + "\", user: postgres}\n");
    try (Database database = Database.open(url, "postgres", "", 2)) {
      database.useTransaction(
          handle ->
              handle.execute(
                  """
                  insert into customer_order (id, channel, number, external_id, revision, placed_at,
                    received_at, currency, customer, ship_to, country, ended_at)
                  select n, 'dtc', n, n, '1', now(), now(), 'USD', '{"email": "ann@example.com"}', '{}', 'US',
                    case n when 1 then now() end
                  from generate_series(1, 2) n"""));
    }
  }

  @Test
  void itSaysWhichOrdersAreErasedAndWhichAreLeft() {
    assertThat(erase("--customer", "Ann@Example.com", "--dry-run")).isOne();
    assertThat(out.toString()).contains("dtc/1: would be erased", "dtc/2: left, since");

    assertThat(erase("--order", "dtc/1")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("dtc/1: erased");
  }

  @Test
  void anOrderThatIsNotThereIsSaidToBeNone() {
    assertThat(erase("--order", "dtc/99")).isOne();
    assertThat(err.toString()).contains("no such order");
    assertThat(erase("--order", "99")).isEqualTo(2);
    assertThat(erase()).isEqualTo(2);
  }

  private int erase(String... which) {
    String[] arguments = new String[which.length + 3];
    System.arraycopy(
        new String[] {"erase", "--config", folder.resolve("serai.yaml").toString()},
        0,
        arguments,
        0,
        3);
    System.arraycopy(which, 0, arguments, 3, which.length);
    return Serai.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
