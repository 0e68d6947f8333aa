package io.serai.hub.files;

import java.net.URI;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileProducer;
import org.apache.camel.component.file.remote.FtpUtils;
import org.apache.camel.component.file.remote.FtpsComponent;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;

/**
 * Camel's {@code ftps}, with the server's name checked against its certificate, and answers of the
 * server that Camel would let pass taken for failures. An endpoint names its trust in {@code
 * sslContextParameters}.
 */
@Component("ftps")
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
      return new ReusingFtps(getConfiguration().isImplicit(), context);
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
}
