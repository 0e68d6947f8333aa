package io.serai.hub.files;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import java.net.URI;
import java.util.Map;
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
import org.apache.camel.util.StringHelper;

/**
 * Camel's {@code sftp}, which talks only to servers whose key is trusted: an endpoint with the
 * option {@code account} to that supplier's own, any other by Camel's options.
 */
@SuppressWarnings("rawtypes") // as Camel declares them
final class SupplierSftp extends SftpComponent {
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

    Operations(Proxy proxy, KnownServer server) {
      super(proxy);
      this.server = server;
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
      keys = server.keys();
      Session session = super.createSession(configuration);
      session.setHostKeyRepository(keys);
      session.setConfig("StrictHostKeyChecking", "yes");
      return session;
    }

    @Override
    public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
      try {
        return super.connect(configuration, exchange);
      } catch (GenericFileOperationFailedException e) {
        if (e.getCause() instanceof JSchHostKeyException) {
          throw server.fault(keys);
        }
        throw e;
      }
    }
  }
}
