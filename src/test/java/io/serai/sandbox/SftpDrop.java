package io.serai.sandbox;

import io.serai.sandbox.supplier.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** By SFTP, with the server's key compared. */
final class SftpDrop implements Drop {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SshClient client = SshClient.setUpDefaultClient();
  private final SftpClient sftp;

  SftpDrop(String user, String password, Access access) {
    client.setServerKeyVerifier(
        (session, address, key) ->
            KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)
                .equals(access.hostKey().orElseThrow()));
    client.start();
    try {
      ClientSession session =
          client.connect(user, access.host(), access.port()).verify(PATIENCE).getSession();
      session.addPasswordIdentity(password);
      session.auth().verify(PATIENCE);
      sftp = SftpClientFactory.instance().createSftpClient(session);
    } catch (IOException e) {
      client.stop();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void put(String path, byte[] content) {
    try (OutputStream out = sftp.write(path)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] get(String path) {
    try (InputStream in = sftp.read(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void rename(String from, String to) {
    try {
      sftp.rename(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list(String folder) {
    try {
      List<String> names = new ArrayList<>();
      for (SftpClient.DirEntry each : sftp.readEntries(folder)) {
        if (each.getAttributes().isRegularFile()) {
          names.add(each.getFilename());
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.stop();
  }
}
