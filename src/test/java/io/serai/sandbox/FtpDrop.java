package io.serai.sandbox;

import io.serai.sandbox.supplier.Access;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPSClient;

/** By FTP, or by FTPS where the server has a certificate, which alone is trusted. */
final class FtpDrop implements Drop {
  private final FTPClient ftp;

  FtpDrop(String user, String password, Access access) {
    try {
      ftp = access.certificate().isPresent() ? trusting(access.certificate().get()) : plain();
      ftp.connect(access.host(), access.port());
      if (!ftp.login(user, password)) {
        ftp.disconnect();
        throw new IOException("no login for " + user);
      }
      if (ftp instanceof FTPSClient tls) {
        tls.execPBSZ(0);
        tls.execPROT("P");
      }
      ftp.enterLocalPassiveMode();
      ftp.setFileType(FTP.BINARY_FILE_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FTPClient plain() {
    return new FTPClient();
  }

  private static FTPClient trusting(Path pem) throws IOException {
    try (InputStream certificate = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      FTPSClient client = new FTPSClient(false);
      client.setTrustManager(trust.getTrustManagers()[0]);
      client.setEndpointCheckingEnabled(true);
      return client;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void put(String path, byte[] content) {
    doing(path, () -> ftp.storeFile(path, new ByteArrayInputStream(content)));
  }

  @Override
  public byte[] get(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    doing(path, () -> ftp.retrieveFile(path, bytes));
    return bytes.toByteArray();
  }

  @Override
  public void rename(String from, String to) {
    doing(from, () -> ftp.rename(from, to));
  }

  @Override
  public List<String> list(String folder) {
    try {
      return Arrays.stream(ftp.listFiles(folder))
          .filter(FTPFile::isFile)
          .map(FTPFile::getName)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      ftp.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Doing {
    boolean done() throws IOException;
  }

  private void doing(String path, Doing what) {
    try {
      if (!what.done()) {
        throw new AssertionError(path + ": " + ftp.getReplyString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
