package io.serai.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.filesystem.nativefs.NativeFileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.mina.core.session.IoSession;

/**
 * An FTP server on a port of its own, with TLS if it has a certificate, that can be told to fail.
 */
public final class FaultyFtp implements AutoCloseable {
  private final FtpServer server;
  private final Listener listener;
  private final Faults faults;

  /** Starts one for the user {@code shop} with the password {@code s+cr&t%}. */
  public FaultyFtp(Path home, Optional<Certificate> certificate, boolean implicit, Faults faults)
      throws FtpException {
    this.faults = faults;
    ListenerFactory listening = new ListenerFactory();
    listening.setServerAddress("127.0.0.1");
    listening.setPort(0);
    DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
    data.setActiveEnabled(false);
    data.setPassiveAddress("127.0.0.1");
    certificate.ifPresent(
        of -> {
          SslConfigurationFactory tls = new SslConfigurationFactory();
          tls.setKeystoreFile(of.store().toFile());
          tls.setKeystorePassword(Certificate.PASSWORD);
          tls.setKeyPassword(Certificate.PASSWORD);
          tls.setKeystoreType("PKCS12");
          listening.setSslConfiguration(tls.createSslConfiguration());
          listening.setImplicitSsl(implicit);
          data.setSslConfiguration(tls.createSslConfiguration());
          data.setImplicitSsl(implicit);
        });
    listening.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
    this.listener = listening.createListener();
    FtpServerFactory factory = new FtpServerFactory();
    factory.addListener("default", listener);
    ConnectionConfigFactory connections = new ConnectionConfigFactory();
    connections.setLoginFailureDelay(0);
    factory.setConnectionConfig(connections.createConnectionConfig());
    BaseUser user = new BaseUser();
    user.setName("shop");
    user.setPassword("s+cr&t%");
    user.setHomeDirectory(home.toString());
    user.setAuthorities(List.of(new WritePermission(), new ConcurrentLoginPermission(20, 20)));
    factory.getUserManager().save(user);
    factory.setFileSystem(
        new NativeFileSystemFactory() {
          @Override
          public FileSystemView createFileSystemView(User of) throws FtpException {
            return view(super.createFileSystemView(of));
          }
        });
    this.server = factory.createServer();
    server.start();
  }

  /** Where it listens. */
  public int port() {
    return listener.getPort();
  }

  @Override
  public void close() {
    listener.getActiveSessions().forEach(each -> each.closeNow().awaitUninterruptibly(500));
    server.stop();
  }

  private FileSystemView view(FileSystemView real) {
    return (FileSystemView)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {FileSystemView.class},
            (proxy, method, arguments) -> {
              Object result = invoke(real, method, arguments);
              return result instanceof FtpFile file ? file(file) : result;
            });
  }

  private FtpFile file(FtpFile real) {
    return (FtpFile)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {FtpFile.class}, new Wrapped(real));
  }

  private final class Wrapped implements InvocationHandler {
    private final FtpFile real;

    Wrapped(FtpFile real) {
      this.real = real;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("move")) {
        Wrapped to = (Wrapped) Proxy.getInvocationHandler(arguments[0]);
        return !Faults.isDue(faults.refusedRenames) && real.move(to.real);
      }
      Object result = FaultyFtp.invoke(real, method, arguments);
      if (result instanceof InputStream content && Faults.isDue(faults.drops)) {
        return Faults.breaking(content, FaultyFtp.this::drop);
      }
      if (result instanceof OutputStream content && Faults.isDue(faults.fullDisks)) {
        return Faults.full(content);
      }
      return result instanceof List<?> files
          ? files.stream().map(each -> file((FtpFile) each)).toList()
          : result;
    }
  }

  private void drop() {
    listener.getActiveSessions().forEach(IoSession::closeNow);
  }

  private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof IOException io ? io : e.getCause();
    }
  }
}
