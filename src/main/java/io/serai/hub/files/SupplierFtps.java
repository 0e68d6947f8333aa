package io.serai.hub.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileProducer;
import org.apache.camel.component.file.remote.FtpUtils;
import org.apache.camel.component.file.remote.FtpsComponent;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * Camel's {@code ftps}, with the server's name checked against its certificate, and answers of the
 * server that Camel would let pass taken for failures. An endpoint names its trust in {@code
 * sslContextParameters}.
 */
final class SupplierFtps extends FtpsComponent {
  @Override
  protected GenericFileEndpoint<FTPFile> buildFileEndpoint(
      String uri, String remaining, Map<String, Object> parameters) throws Exception {
    FtpsConfiguration configuration = new FtpsConfiguration(new URI(getBaseUri(uri)));
    FtpUtils.ensureRelativeFtpDirectory(this, configuration);
    Endpoint endpoint = new Endpoint(uri, this, configuration);
    extractAndSetFtpClientConfigParameters(parameters, endpoint);
    extractAndSetFtpClientParameters(parameters, endpoint);
    return endpoint;
  }

  private static final class Endpoint extends FtpsEndpoint {
    Endpoint(String uri, FtpsComponent component, FtpsConfiguration configuration) {
      super(uri, component, configuration);
    }

    @Override
    protected FTPClient createFtpClient() throws Exception {
      SSLContext context = getSslContextParameters().createSSLContext(getCamelContext());
      return new Client(getConfiguration().isImplicit(), context);
    }

    @Override
    protected GenericFileProducer<FTPFile> buildProducer() {
      try {
        return new Upload<>(this, createRemoteFileOperations());
      } catch (Exception e) {
        throw new IllegalStateException("cannot make an FTPS client", e);
      }
    }
  }

  private static final class Client extends FTPSClient {
    Client(boolean implicit, SSLContext context) {
      super(implicit, context);
      setEndpointCheckingEnabled(true);
    }

    @Override
    public FTPFile[] listFiles(String folder) throws IOException {
      FtpAnswers.refuseMissingFolder(this, folder);
      return super.listFiles(folder);
    }

    @Override
    public String[] listNames(String folder) throws IOException {
      FtpAnswers.refuseMissingFolder(this, folder);
      return super.listNames(folder);
    }

    @Override
    public boolean rename(String from, String to) throws IOException {
      return super.rename(from, to) || FtpAnswers.refusedRename(this, from, to);
    }

    @Override
    public InputStream retrieveFileStream(String name) throws IOException {
      return FtpAnswers.orRefused(this, name, super.retrieveFileStream(name));
    }
  }
}
