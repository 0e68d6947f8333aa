package io.serai.sandbox.supplier;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;

/**
 * A certificate of the loopback address that nobody has signed but itself, made for one run by
 * Java's keytool: Java can make keys, but no certificates, without it.
 *
 * @param store holds the key too
 * @param pem what others need to trust it
 */
record OwnCertificate(Path store, Path pem) {
  private static final String PASSWORD = "of-one-run";
  private static final String ALIAS = "server";
  private static final int LINE = 64;
  private static final long PATIENCE_SECONDS = 60;

  /** Makes one in a folder. */
  static OwnCertificate in(Path folder) {
    try {
      Files.createDirectories(folder);
      Path store = folder.resolve("server.p12");
      Path pem = folder.resolve("server.pem");
      String who = "CN=" + SupplierServer.HOST;
      String where = "SAN=IP:" + SupplierServer.HOST;
      keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", who, "-ext", where);
      Files.writeString(pem, pem(store));
      return new OwnCertificate(store, pem);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(folder + ": cannot make the certificate of a server", e);
    }
  }

  /** For both connections of FTP. */
  SslConfiguration configuration() {
    SslConfigurationFactory tls = new SslConfigurationFactory();
    tls.setKeystoreFile(store.toFile());
    tls.setKeystoreType("PKCS12");
    tls.setKeystorePassword(PASSWORD);
    tls.setKeyPassword(PASSWORD);
    return tls.createSslConfiguration();
  }

  private static String pem(Path store) throws IOException, GeneralSecurityException {
    KeyStore opened = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    byte[] encoded = opened.getCertificate(ALIAS).getEncoded();
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded));
  }

  private static void keytool(Path store, String... arguments) throws IOException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-alias", ALIAS));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("keytool made no certificate: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keytool made a certificate", e);
    }
  }
}
