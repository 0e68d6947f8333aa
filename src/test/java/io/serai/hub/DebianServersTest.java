package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.serai.order.Place;
import io.serai.transport.Certificate;
import io.serai.transport.DebianServer;
import io.serai.transport.FaultySftp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange of {@link TransportExchangeTest} with the servers that suppliers really have. */
class DebianServersTest {
  @TempDir static Path folder;
  private static FileExchange exchange;
  private static DebianServer vsftpd;
  private static DebianServer vsftpdTls;
  private static DebianServer openssh;
  private static KeyPair key;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        DebianServer.areHere(),
        "skipped: as root, apt-get install vsftpd openssh-server && mkdir -p /run/sshd, to test with them");
    Files.createDirectories(folder.resolve("ftp/growing"));
    Certificate certificate = Certificate.in(folder, "north");
    key = FaultySftp.newKey();
    KeyPair login = FaultySftp.newKey();
    FaultySftp.write(login, folder.resolve("key"));
    vsftpd = DebianServer.vsftpd(folder, FileExchange.home(folder, "ftp"), Optional.empty());
    vsftpdTls =
        DebianServer.vsftpd(folder, FileExchange.home(folder, "ftps"), Optional.of(certificate));
    openssh = DebianServer.openssh(folder, FileExchange.home(folder, "sftp"), key, login);
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:" + openssh.port() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    exchange =
        new FileExchange(
            folder,
            List.of("ftp", "ftps", "sftp", "grows"),
            """
            hub: {sweepMillis: 200}
            suppliers:
              ftp:
                connector: csv-ftp
                pollSeconds: 0.3
                settings: {host: 127.0.0.1, port: %d, user: anonymous, password: shop, readLock: none}
              ftps:
                connector: csv-ftps
                pollSeconds: 0.3
                settings: {host: 127.0.0.1, port: %d, user: anonymous, password: shop, readLock: none, certificateFile: north.pem}
              sftp:
                connector: csv-sftp
                pollSeconds: 0.3
                settings: {host: 127.0.0.1, port: %d, user: root, privateKeyFile: key, knownHostsFile: known_hosts, readLock: none}
              grows:
                connector: csv-ftp
                pollSeconds: 0.3
                settings: {host: 127.0.0.1, port: %d, user: anonymous, password: shop, filesFolder: growing}
            """
                .formatted(vsftpd.port(), vsftpdTls.port(), openssh.port(), vsftpd.port()));
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {exchange, vsftpd, vsftpdTls, openssh}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "ftps", "sftp"})
  void anOrderGoesOutAndItsAnswersComeBack(String supplier) throws Exception {
    String order = exchange.whole(supplier, "1");

    assertThat(exchange.scene.places(order)).isEqualTo(Map.of("1", Map.of(Place.SHIPPED, 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "ftps", "sftp"})
  void aFileThatMayNotBeRenamedIsOwedUntilItMay(String supplier) throws Exception {
    server(supplier).refuseRenames();
    String order = exchange.owed(supplier, "rename");

    arrivesOnceWholeAfterAFault(supplier, order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "sftp"})
  void aFileInWhichTheServerDiesIsSentAgainWhole(String supplier) throws Exception {
    server(supplier).dieWhenWriting();
    String order = exchange.owed(supplier, "dies");

    arrivesOnceWholeAfterAFault(supplier, order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "sftp"})
  void aFullDiskLeavesNoHalfFileUnderItsName(String supplier) throws Exception {
    Path orders = folder.resolve(supplier).resolve("orders");
    assumeTrue(
        done("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", orders.toString()),
        "skipped: a small disk can be mounted only by a root that may mount");
    try {
      Path filler = Files.write(orders.resolve(".filler"), new byte[65536]);
      String order = exchange.owed(supplier, "full");
      assertThat(exchange.fault(supplier)).contains("orders/PO-", "could not be put onto");
      assertThat(exchange.names(supplier, "orders")).doesNotContain(exchange.owedName(supplier));

      Files.delete(filler);
      arrivesOnceWhole(supplier, order);
    } finally {
      done("umount", "-l", orders.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "sftp"})
  void aFileInWhichTheServerDropsTheConnectionIsAppliedOnceAndWhole(String supplier)
      throws Exception {
    DebianServer server = server(supplier);
    server.sendSlowly(5_000_000);
    String name = "STOCK-drop.csv";
    exchange.put(
        supplier,
        name,
        "sku,quantity\n" + ("D" + supplier + ",1\n").repeat(300_000) + "LAST" + supplier + ",7\n");

    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(10))
        .until(() -> server.dropWhoeverReads(name));
    assertThat(exchange.statuses(supplier, name)).isEmpty();

    server.mend();
    exchange.applied(supplier, name);
    assertThat(exchange.scene.rows("select reported from offer where sku = 'LAST" + supplier + "'"))
        .containsExactly(List.of("7"));
  }

  @Test
  void aFileThatGrowsIsTakenWhenItIsStill() throws Exception {
    Path file = folder.resolve("ftp/growing/STOCK-grows.csv");
    Files.writeString(file, "sku,quantity\n");
    for (int row = 0; row < 15; row++) {
      Files.writeString(file, "G" + row + ",1\n", StandardOpenOption.APPEND);
      await().pollDelay(Duration.ofMillis(100)).until(() -> true);
      assertThat(exchange.statuses("grows", "STOCK-grows.csv")).isEmpty();
    }
    exchange.applied("grows", "STOCK-grows.csv");
  }

  @Test
  void aServerThatShowsAnotherKeyGetsNothingUntilItIsTheRightOneAgain() throws Exception {
    List<String> before = exchange.names("sftp", "orders");
    openssh.show(FaultySftp.newKey());
    exchange.gather("sftp", "key");

    assertThat(exchange.fault("sftp")).contains("127.0.0.1", "supplier sftp");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> !exchange.scene.rows("select 1 from alert where kind = 'server-key'").isEmpty());
    assertThat(exchange.names("sftp", "orders")).isEqualTo(before);

    openssh.show(key);
    exchange.again("sftp");
    exchange.sent("sftp");
  }

  private static void arrivesOnceWholeAfterAFault(String supplier, String order) throws Exception {
    assertThat(exchange.fault(supplier)).contains("orders/PO-", "could not be put onto");
    assertThat(exchange.names(supplier, "orders")).doesNotContain(exchange.owedName(supplier));
    server(supplier).mend();
    arrivesOnceWhole(supplier, order);
  }

  private static void arrivesOnceWhole(String supplier, String order) throws IOException {
    String name = exchange.owedName(supplier);
    byte[] content = exchange.owedContent(supplier);
    int before = exchange.names(supplier, "orders").size();
    exchange.again(supplier);
    exchange.sent(supplier);

    assertThat(folder.resolve(supplier).resolve("orders").resolve(name)).hasBinaryContent(content);
    assertThat(new String(content, StandardCharsets.UTF_8)).contains(order);
    assertThat(exchange.names(supplier, "orders").size()).isLessThanOrEqualTo(before + 1);
  }

  private static DebianServer server(String supplier) {
    return Map.of("ftp", vsftpd, "ftps", vsftpdTls, "sftp", openssh).get(supplier);
  }

  private static boolean done(String... command) throws Exception {
    return new ProcessBuilder(command).start().waitFor() == 0;
  }
}
