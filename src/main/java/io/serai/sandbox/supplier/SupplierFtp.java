package io.serai.sandbox.supplier;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.ftpserver.ConnectionConfig;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.SocketSessionConfig;

/** An FTP server; with a certificate, one that speaks nothing before AUTH TLS. */
final class SupplierFtp implements SupplierServer {
  private static final int LOGINS = 100;
  private static final int IDLE_SECONDS = 60;
  private static final long PATIENCE_MS = 500;

  private final FtpServer server;
  private final Optional<OwnCertificate> certificate;
  private final Listener listener;
  private volatile boolean paused;

  private SupplierFtp(
      Path folder, List<SupplierProfile> suppliers, Optional<OwnCertificate> certificate)
      throws FtpException {
    this.certificate = certificate;
    this.listener = listener();
    FtpServerFactory factory = new FtpServerFactory();
    factory.addListener("default", listener);
    factory.setConnectionConfig(connections());
    factory.setUserManager(users(folder, suppliers));
    this.server = factory.createServer();
    server.start();
  }

  /**
   * Starts the server; it takes logins as soon as this returns.
   *
   * @param folder holds a home for each supplier, by its id
   * @param certificate makes it a server of FTPS
   */
  static SupplierFtp start(
      Path folder, List<SupplierProfile> suppliers, Optional<OwnCertificate> certificate) {
    try {
      return new SupplierFtp(folder, suppliers, certificate);
    } catch (FtpException e) {
      throw new IllegalStateException("cannot start a server of the suppliers for FTP", e);
    }
  }

  @Override
  public int port() {
    return listener.getPort();
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
  public Optional<Path> certificate() {
    return certificate.map(OwnCertificate::pem);
  }

  /**
   * Ends the open sessions first: FtpServer would stumble over them. Whoever is interrupted closes
   * once more what the interruption has closed.
   */
  @Override
  public synchronized void close() {
    paused = true;
    if (server.isStopped()) {
      return;
    }
    listener.getActiveSessions().forEach(each -> each.closeNow().awaitUninterruptibly(PATIENCE_MS));
    server.stop();
  }

  private Listener listener() {
    ListenerFactory listener = new ListenerFactory();
    Optional<SslConfiguration> tls = certificate.map(OwnCertificate::configuration);
    tls.ifPresent(listener::setSslConfiguration);
    listener.setServerAddress(HOST);
    listener.setPort(0);
    listener.setIdleTimeout(IDLE_SECONDS);
    listener.setDataConnectionConfiguration(new PassiveOnly(HOST, IDLE_SECONDS, tls));
    listener.setSessionFilter(this::admit);
    return listener.createListener();
  }

  /** Without the option every reply that follows another waits 40 ms to be acknowledged. */
  private boolean admit(IoSession session) {
    ((SocketSessionConfig) session.getConfig()).setTcpNoDelay(true);
    return !paused;
  }

  private static ConnectionConfig connections() {
    ConnectionConfigFactory connections = new ConnectionConfigFactory();
    connections.setMaxLogins(LOGINS);
    connections.setMaxThreads(LOGINS);
    connections.setAnonymousLoginEnabled(false);
    connections.setLoginFailureDelay(0);
    return connections.createConnectionConfig();
  }

  private static UserManager users(Path folder, List<SupplierProfile> suppliers)
      throws FtpException {
    PropertiesUserManagerFactory factory = new PropertiesUserManagerFactory();
    factory.setPasswordEncryptor(new ClearTextPasswordEncryptor());
    UserManager users = factory.createUserManager();
    for (SupplierProfile supplier : suppliers) {
      BaseUser user = new BaseUser();
      user.setName(supplier.user());
      user.setPassword(supplier.password());
      user.setHomeDirectory(folder.resolve(supplier.id()).toString());
      user.setAuthorities(
          List.of(new WritePermission(), new ConcurrentLoginPermission(LOGINS, LOGINS)));
      users.save(user);
    }
    return users;
  }
}
