package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.serai.order.Place;
import io.serai.transport.Certificate;
import io.serai.transport.DebianServer;
import io.serai.transport.FaultySftp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        DebianServer.areHere(),
        "skipped: as root, apt-get install vsftpd openssh-server && mkdir -p /run/sshd, to test with them");
    Certificate certificate = Certificate.in(folder, "north");
    KeyPair key = FaultySftp.newKey();
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
            List.of("ftp", "ftps", "sftp"),
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
            """
                .formatted(vsftpd.port(), vsftpdTls.port(), openssh.port()));
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
}
