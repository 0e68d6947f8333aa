package io.serai.hub.files;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileProducer;
import org.apache.camel.component.file.remote.FtpUtils;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.util.FileUtil;
import org.apache.camel.util.StringHelper;

/**
 * Camel's {@code sftp}, which talks only to servers whose key is trusted: an endpoint with the
 * option {@code account} to that supplier's own, any other by Camel's options.
 */
@SuppressWarnings("rawtypes") // as Camel declares them
@Component("sftp")
final class SupplierSftp extends SftpComponent {
  // A login is several answers long, of which each may take as long as connecting may.
  private static final int LOGINS_TIME = 3;

  private final Map<String, KnownServer> servers;

  SupplierSftp(Map<String, KnownServer> servers) {
    this.servers = servers;
  }

  @Override
  protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
      String uri, String remaining, Map<String, Object> parameters) throws Exception {
    Object account = parameters.remove("account");
    if (account == null) {
      return super.buildFileEndpoint(uri, remaining, parameters);
    }
    SftpConfiguration configuration =
        new SftpConfiguration(new URI(StringHelper.before(uri, "?", uri)));
    FtpUtils.ensureRelativeFtpDirectory(this, configuration);
    return new Endpoint(uri, this, configuration, servers.get(account.toString()));
  }

  private static final class Endpoint extends SftpEndpoint {
    private final KnownServer server;

    Endpoint(
        String uri, SftpComponent component, SftpConfiguration configuration, KnownServer server) {
      super(uri, component, configuration);
      this.server = server;
    }

    @Override
    public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
      Operations operations = new Operations(getProxy(), server);
      operations.setEndpoint(this);
      return operations;
    }

    @Override
    protected GenericFileProducer<SftpRemoteFile> buildProducer() {
      return new Upload<>(this, createRemoteFileOperations());
    }
  }

  private static final class Operations extends SftpOperations {
    private final KnownServer server;
    private ServerKeys keys;
    private volatile Session session;

    Operations(Proxy proxy, KnownServer server) {
      super(proxy);
      this.server = server;
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
      keys = server.keys();
      session = super.createSession(configuration);
      session.setHostKeyRepository(keys);
      session.setConfig("StrictHostKeyChecking", "yes");
      return session;
    }

    @Override
    public boolean existsFile(String name) {
      String folder = FileUtil.onlyPath(name);
      if (folder != null && !existsFolder(folder)) {
        throw new GenericFileOperationFailedException(
            "there is no folder "
                + folder
                + " for this user; correct the setting, or ask the supplier to make it");
      }
      return super.existsFile(name);
    }

    private boolean existsFolder(String folder) {
      try {
        listFiles(folder);
        return true;
      } catch (GenericFileOperationFailedException e) {
        return false;
      }
    }

    /**
     * The library waits for ever for the greeting of a server that lets us in and then says nothing
     * (its shell hangs, say), and takes no time limit: so the session is ended for it.
     */
    @Override
    public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
      AtomicBoolean mute = new AtomicBoolean();
      CompletableFuture<Void> limit =
          CompletableFuture.runAsync(
              () -> {
                mute.set(true);
                session.disconnect();
              },
              CompletableFuture.delayedExecutor(
                  (long) LOGINS_TIME * configuration.getConnectTimeout(), TimeUnit.MILLISECONDS));
      try {
        return super.connect(configuration, exchange);
      } catch (GenericFileOperationFailedException e) {
        if (e.getCause() instanceof JSchHostKeyException) {
          throw server.fault(keys);
        }
        throw mute.get() ? server.mute() : e;
      } finally {
        limit.cancel(false);
      }
    }
  }
}
