package io.serai.sandbox.supplier;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** One FTP server on a loopback port of its own, with a user and a home for each supplier. */
final class SupplierFtp implements AutoCloseable {
  static final String HOST = "127.0.0.1";
  private static final int LOGINS = 100;
  private static final int IDLE_SECONDS = 60;

  private final FtpServer server;
  private final Listener listener;

  private SupplierFtp(FtpServer server, Listener listener) {
    this.server = server;
    this.listener = listener;
  }

  /**
   * Starts the server; it takes logins as soon as this returns.
   *
   * @param folder holds a home for each supplier, by its id
   */
  static SupplierFtp start(Path folder, List<SupplierProfile> suppliers) {
    FtpServerFactory factory = new FtpServerFactory();
    Listener listener = listener();
    factory.addListener("default", listener);
    factory.setConnectionConfig(connections());
    try {
      factory.setUserManager(users(folder, suppliers));
      FtpServer server = factory.createServer();
      server.start();
      return new SupplierFtp(server, listener);
    } catch (FtpException e) {
      throw new IllegalStateException("cannot start the suppliers' FTP server", e);
    }
  }

  int port() {
    return listener.getPort();
  }

  /** Refuses new logins until {@link #resume()}; those who are in stay in. */
  void pause() {
    listener.suspend();
  }

  void resume() {
    listener.resume();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static Listener listener() {
    DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
    data.setPassiveAddress(HOST);
    data.setActiveEnabled(false);
    ListenerFactory listener = new ListenerFactory();
    listener.setServerAddress(HOST);
    listener.setPort(0);
    listener.setIdleTimeout(IDLE_SECONDS);
    listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
    return listener.createListener();
  }

  private static org.apache.ftpserver.ConnectionConfig connections() {
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
