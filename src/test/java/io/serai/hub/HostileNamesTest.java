package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.transport.Faults;
import io.serai.transport.FaultyFtp;
import io.serai.transport.FaultySftp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that nobody would give a file, and things in a folder that are none. */
class HostileNamesTest {
  private static final List<String> STRANGE =
      List.of(
          "STOCK-..;rm -rf $(x) `y` 'q' \"d\".csv",
          "STOCK-%2e%2e%2f ${body} {{password}} #1 a=b&c.csv",
          "STOCK-größer é.csv",
          "-rf STOCK.csv",
          "STOCK-" + "x".repeat(230) + ".csv");

  @TempDir static Path folder;
  private static FaultyFtp ftp;
  private static FaultySftp sftp;
  private static FileExchange exchange;

  @BeforeAll
  static void start() throws Exception {
    for (String supplier : List.of("ftp", "sftp", "folder")) {
      FileExchange.home(folder, supplier);
    }
    KeyPair login = FaultySftp.newKey();
    FaultySftp.write(login, folder.resolve("key"));
    ftp = new FaultyFtp(folder.resolve("ftp"), Optional.empty(), false, new Faults());
    sftp = new FaultySftp(folder, login.getPublic(), new Faults());
    exchange =
        new FileExchange(
            folder,
            List.of("ftp", "sftp", "folder"),
            """
            hub: {sweepMillis: 100, httpPort: 0}
            suppliers:
              ftp:
                connector: csv-ftp
                pollSeconds: 0.3
                settings: {host: 127.0.0.1, port: %d, user: shop, password: "s+cr&t%%", readLock: none}
              sftp:
                connector: csv-sftp
                pollSeconds: 0.3
                settings: {host: 127.0.0.1, port: %d, user: shop, privateKeyFile: key, hostKeys: ["%s"], readLock: none, ordersFolder: sftp/orders, filesFolder: sftp/out}
              folder:
                connector: csv-folder
                pollSeconds: 0.3
                settings: {folder: folder, readLock: none}
            """
                .formatted(ftp.port(), sftp.port(), sftp.fingerprint()));
  }

  @AfterAll
  static void stop() throws Exception {
    exchange.close();
    ftp.close();
    sftp.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "sftp", "folder"})
  void aFileOfAnyNameIsTakenOnceAndHarmsNothing(String supplier) throws IOException {
    Path out = folder.resolve(supplier).resolve("out");
    Path secret =
        Files.writeString(folder.resolve(supplier + "-secret.csv"), "sku,quantity\nX,1\n");
    Files.createDirectories(out.resolve("STOCK-folder.csv"));
    Files.createSymbolicLink(out.resolve("STOCK-gone.csv"), folder.resolve("nowhere"));
    for (String name : STRANGE) {
      Files.writeString(out.resolve(name), "sku,quantity\nA,1\n");
    }
    exchange.put(supplier, "STOCK-usual.csv", "sku,quantity\nB,1\n");

    exchange.applied(supplier, "STOCK-usual.csv");
    for (String name : STRANGE) {
      // An FTP server that does not say in which charset it names files is taken for Latin-1.
      if (!supplier.equals("ftp") || name.chars().allMatch(letter -> letter < 128)) {
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() -> assertThat(exchange.statuses(supplier, name)).as(name).hasSize(1));
      }
    }
    assertThat(Files.isDirectory(out.resolve("STOCK-folder.csv"))).isTrue();
    assertThat(exchange.statuses(supplier, "STOCK-folder.csv")).isEmpty();
    assertThat(exchange.statuses(supplier, "STOCK-gone.csv")).isEmpty();
    assertThat(secret).exists();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(exchange.names(supplier, "out/done")).containsAll(STRANGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "sftp", "folder"})
  void filesThatVanishAfterTheListDoNotHoldUpTheOthers(String supplier) throws IOException {
    Path out = folder.resolve(supplier).resolve("out");
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 20; i++) {
        Files.writeString(
            out.resolve("STOCK-vanish-" + round + "-" + i + ".csv"), "sku,quantity\nV,1\n");
      }
      for (int i = 0; i < 20; i++) {
        Files.deleteIfExists(out.resolve("STOCK-vanish-" + round + "-" + i + ".csv"));
      }
    }
    exchange.put(supplier, "STOCK-z-stays.csv", "sku,quantity\nW,1\n");

    exchange.applied(supplier, "STOCK-z-stays.csv");
  }
}
