package io.serai.hub.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * An FTPS client whose data connections resume the TLS session of the commands: servers such as
 * vsftpd refuse others, since anybody could have connected to the port. Java looks sessions up by
 * host and port, so a data connection is made under those of the commands, whose certificate it
 * checks, too. It speaks TLS 1.2, in which a session can be resumed many times, while a ticket of
 * TLS 1.3 is used up by the first; with a server that does not, whatever Java speaks.
 */
final class ReusingFtps extends FTPSClient {
  private static final String[] RESUMABLE = {"TLSv1.2"};

  private final SSLContext context;
  private boolean resumable = true;

  ReusingFtps(boolean implicit, SSLContext context) {
    super(implicit, context);
    this.context = context;
    setEndpointCheckingEnabled(true);
    setEnabledProtocols(RESUMABLE);
  }

  @Override
  protected void sslNegotiation() throws IOException {
    try {
      super.sslNegotiation();
    } catch (SSLHandshakeException e) {
      // The next attempt is made without.
      resumable = false;
      setEnabledProtocols(context.getDefaultSSLParameters().getProtocols());
      throw e;
    }
  }

  /** From here on data connections are plain until {@link #_openDataConnection_} encrypts them. */
  @Override
  public void execPROT(String level) throws IOException {
    super.execPROT(level);
    if (!level.equals("P")) {
      throw new IOException("files are sent encrypted or not at all");
    }
    setSocketFactory(null);
  }

  @Override
  protected Socket _openDataConnection_(String command, String argument) throws IOException {
    Socket plain = super._openDataConnection_(command, argument);
    if (plain == null || plain instanceof SSLSocket) {
      return plain;
    }
    try {
      return encrypted(plain);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private Socket encrypted(Socket plain) throws IOException {
    String host = _hostname_ == null ? getRemoteAddress().getHostAddress() : _hostname_;
    int port = _socket_.getPort();
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(new AtPort(plain, port), host, port, true);
    socket.setUseClientMode(true);
    if (resumable) {
      socket.setEnabledProtocols(RESUMABLE);
    }
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

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
