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
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * A server of Debian's, a process of the test's own on a port of its own, that can be made to fail.
 */
public final class DebianServer implements AutoCloseable {
  private static final Path VSFTPD = Path.of("/usr/sbin/vsftpd");
  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final Path SFTP = Path.of("/usr/lib/openssh/sftp-server");

  private final int port;
  private final List<String> command;
  private final Path file;
  private final String sound;
  private Process process;

  private DebianServer(int port, List<String> command, Path file, String sound)
      throws IOException, InterruptedException {
    this.port = port;
    this.command = command;
    this.file = file;
    this.sound = sound;
    start(command, sound);
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
    Path file = folder.resolve("vsftpd-" + port + ".conf");
    return new DebianServer(port, List.of(VSFTPD.toString(), file.toString()), file, configuration);
  }

  /**
   * OpenSSH, with its sftp-server, which lets root in by a key. Its shell runs nothing of root's
   * own: what stands in a {@code .bashrc} can take its time, and does not survive being killed.
   */
  public static DebianServer openssh(Path folder, Path home, KeyPair key, KeyPair login)
      throws Exception {
    int port = freePort();
    Path host = folder.resolve("host-key");
    writeHostKey(key, host);
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
        SetEnv HOME=%s
        Subsystem sftp %s -d %s
        """
            .formatted(port, host, authorized, folder, SFTP, home);
    Path file = folder.resolve("sshd.conf");
    return new DebianServer(
        port, List.of(SSHD.toString(), "-D", "-f", file.toString()), file, configuration);
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Starts anew, and refuses each rename. */
  public void refuseRenames() throws IOException, InterruptedException {
    restart(
        command,
        isSsh()
            ? sound.replace(SFTP + " -d", SFTP + " -P rename,posix-rename -d")
            : sound + "cmds_denied=RNFR,RNTO\n");
  }

  /** Starts anew, and each session that writes more than a few bytes of a file dies of it. */
  public void dieWhenWriting() throws IOException, InterruptedException {
    List<String> limit = List.of("/usr/bin/prlimit", "--fsize=10:10");
    if (isSsh()) {
      restart(command, sound.replace(SFTP.toString(), String.join(" ", limit) + " " + SFTP));
    } else {
      restart(Stream.concat(limit.stream(), command.stream()).toList(), sound);
    }
  }

  /** Starts anew, and sends files no faster than this. */
  public void sendSlowly(int bytesPerSecond) throws IOException, InterruptedException {
    restart(command, isSsh() ? sound : sound + "anon_max_rate=" + bytesPerSecond + "\n");
  }

  /** Starts OpenSSH anew, with another host key. */
  public void show(KeyPair key) throws Exception {
    writeHostKey(key, file.resolveSibling("host-key"));
    restart(command, sound);
  }

  /** Starts anew, without a fault. */
  public void mend() throws IOException, InterruptedException {
    restart(command, sound);
  }

  /** Ends the session that has a file of this name open; says whether there was one. */
  public boolean dropWhoeverReads(String name) {
    return process
        .descendants()
        .filter(session -> hasOpen(session.pid(), name))
        .map(ProcessHandle::destroyForcibly)
        .toList()
        .contains(true);
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> sessions = process.descendants().toList();
    process.destroy();
    process.waitFor();
    sessions.forEach(ProcessHandle::destroyForcibly);
  }

  private boolean isSsh() {
    return command.contains(SSHD.toString());
  }

  private void restart(List<String> how, String configuration)
      throws IOException, InterruptedException {
    close();
    start(how, configuration);
  }

  private void start(List<String> how, String configuration) throws IOException {
    Files.writeString(file, configuration);
    process =
        new ProcessBuilder(how)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await().atMost(Duration.ofSeconds(10)).until(this::listens);
  }

  private static boolean hasOpen(long pid, String name) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path each : open.toList()) {
        if (Files.readSymbolicLink(each).endsWith(name)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static void writeHostKey(KeyPair key, Path host) throws Exception {
    FaultySftp.write(key, host);
    Files.setPosixFilePermissions(host, PosixFilePermissions.fromString("rw-------"));
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
