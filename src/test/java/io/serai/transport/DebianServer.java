package io.serai.transport;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** A server of Debian's, as a process of the test's own on a port of its own. */
public final class DebianServer implements AutoCloseable {
  private static final Path VSFTPD = Path.of("/usr/sbin/vsftpd");
  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final Path SFTP = Path.of("/usr/lib/openssh/sftp-server");

  private final Process process;
  private final int port;

  private DebianServer(int port, List<String> command) throws IOException {
    this.port = port;
    this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
    await().atMost(Duration.ofSeconds(10)).until(this::listens);
  }

  /** Whether they are installed and may be started. */
  public static boolean areHere() {
    return Files.isExecutable(VSFTPD)
        && Files.isExecutable(SSHD)
        && Files.isExecutable(SFTP)
        && Files.isDirectory(Path.of("/run/sshd"))
        && System.getProperty("user.name").equals("root");
  }

  /** vsftpd, which lets {@code anonymous} in; with a certificate, only by TLS. */
  public static DebianServer vsftpd(Path folder, Path home, Optional<Certificate> certificate)
      throws Exception {
    int port = freePort();
    Path empty = Files.createDirectories(folder.resolve("empty"));
    String configuration =
        """
        listen=YES
        listen_address=127.0.0.1
        listen_port=%d
        pasv_address=127.0.0.1
        background=NO
        run_as_launching_user=YES
        seccomp_sandbox=NO
        secure_chroot_dir=%s
        anonymous_enable=YES
        anon_root=%s
        anon_umask=022
        anon_world_readable_only=NO
        anon_upload_enable=YES
        anon_mkdir_write_enable=YES
        anon_other_write_enable=YES
        write_enable=YES
        xferlog_enable=NO
        utf8_filesystem=YES
        """
            .formatted(port, empty, home);
    if (certificate.isPresent()) {
      Path key = folder.resolve("vsftpd.key");
      Files.writeString(key, pem(certificate.get()));
      configuration +=
          """
          ssl_enable=YES
          allow_anon_ssl=YES
          force_anon_logins_ssl=YES
          force_anon_data_ssl=YES
          require_ssl_reuse=YES
          ssl_ciphers=HIGH
          rsa_cert_file=%s
          rsa_private_key_file=%s
          """
              .formatted(certificate.get().pem(), key);
    }
    Path file = Files.writeString(folder.resolve("vsftpd-" + port + ".conf"), configuration);
    return new DebianServer(port, List.of(VSFTPD.toString(), file.toString()));
  }

  /** OpenSSH, with its sftp-server, which lets root in by a key. */
  public static DebianServer openssh(Path folder, Path home, KeyPair key, KeyPair login)
      throws Exception {
    int port = freePort();
    Path host = folder.resolve("host-key");
    FaultySftp.write(key, host);
    Files.setPosixFilePermissions(host, PosixFilePermissions.fromString("rw-------"));
    Path authorized = folder.resolve("authorized");
    try (OutputStream out = Files.newOutputStream(authorized)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(login, "shop", out);
    }
    String configuration =
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s
        PidFile none
        AuthorizedKeysFile %s
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        Subsystem sftp %s -d %s
        """
            .formatted(port, host, authorized, SFTP, home);
    Path file = Files.writeString(folder.resolve("sshd.conf"), configuration);
    return new DebianServer(port, List.of(SSHD.toString(), "-D", "-f", file.toString()));
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  @Override
  public void close() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.waitFor();
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server has ended: " + process.info());
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String pem(Certificate certificate) throws Exception {
    char[] password = Certificate.PASSWORD.toCharArray();
    KeyStore store = KeyStore.getInstance(certificate.store().toFile(), password);
    byte[] key = store.getKey("a", password).getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }
}
