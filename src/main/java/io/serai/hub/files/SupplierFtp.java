package io.serai.hub.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileProducer;
import org.apache.camel.component.file.remote.FtpComponent;
import org.apache.camel.component.file.remote.FtpConfiguration;
import org.apache.camel.component.file.remote.FtpEndpoint;
import org.apache.camel.component.file.remote.FtpUtils;
import org.apache.camel.spi.annotations.Component;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;

/** Camel's {@code ftp}, with answers of the server that Camel would let pass taken for failures. */
@Component("ftp")
final class SupplierFtp extends FtpComponent {
  @Override
  protected GenericFileEndpoint<FTPFile> buildFileEndpoint(
      String uri, String remaining, Map<String, Object> parameters) throws Exception {
    FtpConfiguration configuration = new FtpConfiguration(new URI(getBaseUri(uri)));
    FtpUtils.ensureRelativeFtpDirectory(this, configuration);
    Endpoint endpoint = new Endpoint(uri, this, configuration);
    extractAndSetFtpClientConfigParameters(parameters, endpoint);
    extractAndSetFtpClientParameters(parameters, endpoint);
    return endpoint;
  }

  private static final class Endpoint extends FtpEndpoint<FTPFile> {
    Endpoint(String uri, FtpComponent component, FtpConfiguration configuration) {
      super(uri, component, configuration);
    }

    @Override
    protected FTPClient createFtpClient() {
      return new Client();
    }

    @Override
    protected GenericFileProducer<FTPFile> buildProducer() {
      try {
        return new Upload<>(this, createRemoteFileOperations());
      } catch (Exception e) {
        throw new IllegalStateException("cannot make an FTP client", e);
      }
    }
  }

  private static final class Client extends FTPClient {
    @Override
    public FTPFile[] listFiles(String folder) throws IOException {
      FtpAnswers.refuseMissingFolder(this, folder);
      return FtpAnswers.listed(this, folder, super.listFiles(folder));
    }

    @Override
    public String[] listNames(String folder) throws IOException {
      FtpAnswers.refuseMissingFolder(this, folder);
      return FtpAnswers.listed(this, folder, super.listNames(folder));
    }

    @Override
    public boolean rename(String from, String to) throws IOException {
      return super.rename(from, to) || FtpAnswers.refusedRename(this, from, to);
    }

    @Override
    public InputStream retrieveFileStream(String name) throws IOException {
      return FtpAnswers.content(this, name, super.retrieveFileStream(name));
    }
  }
}
