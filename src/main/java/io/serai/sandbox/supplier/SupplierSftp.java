package io.serai.sandbox.supplier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server with a key of its own, made for one run. */
final class SupplierSftp implements SupplierServer {
  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair key = newKey();
  private volatile boolean paused;

  private SupplierSftp(Path folder, List<SupplierProfile> suppliers) throws IOException {
    VirtualFileSystemFactory homes = new VirtualFileSystemFactory();
    suppliers.forEach(each -> homes.setUserHomeDir(each.user(), folder.resolve(each.id())));
    server.setHost(HOST);
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (user, password, session) ->
            suppliers.stream()
                .anyMatch(each -> each.user().equals(user) && each.password().equals(password)));
    server.setFileSystemFactory(homes);
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    server.addSessionListener(new Door());
    server.start();
  }

  /**
   * Starts the server; it takes logins as soon as this returns.
   *
   * @param folder holds a home for each supplier, by its id
   */
  static SupplierSftp start(Path folder, List<SupplierProfile> suppliers) {
    try {
      return new SupplierSftp(folder, suppliers);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the suppliers' SFTP server", e);
    }
  }

  @Override
  public int port() {
    return server.getPort();
  }

  @Override
  public void pause() {
    paused = true;
  }

  @Override
  public void resume() {
    paused = false;
  }

  @Override
  public Optional<String> hostKey() {
    return Optional.of(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic()));
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the suppliers' SFTP server", e);
    }
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java cannot make a key of an SFTP server", e);
    }
  }

  /** Lets nobody in while the server is paused. */
  private final class Door implements SessionListener {
    @Override
    public void sessionCreated(Session session) {
      if (paused) {
        session.close(true);
      }
    }
  }
}
