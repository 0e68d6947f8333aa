package io.serai.transport;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** An SFTP server on a port of its own that can be told to fail, and to show another key. */
public final class FaultySftp implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private KeyPair key = newKey();

  /** Starts one for the user {@code shop} with the password {@code s+cr&t%}, or a key. */
  public FaultySftp(Path home, java.security.PublicKey login, Faults faults) throws IOException {
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("shop") && password.equals("s+cr&t%"));
    server.setPublickeyAuthenticator(
        (user, offered, session) -> user.equals("shop") && KeyUtils.compareKeys(login, offered));
    server.setFileSystemFactory(new VirtualFileSystemFactory(home));
    server.setSubsystemFactories(
        List.of(
            new SftpSubsystemFactory.Builder().withFileSystemAccessor(new Faulty(faults)).build()));
    server.start();
  }

  /** A key of a server or a user. */
  public static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** The fingerprint of the key that it shows. */
  public String fingerprint() {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
  }

  /** Shows this key from now on, and returns the one before. */
  public KeyPair show(KeyPair other) {
    KeyPair before = key;
    key = other;
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    drop();
    return before;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private void drop() {
    server.getActiveSessions().forEach((AbstractSession each) -> each.close(true));
  }

  private final class Faulty implements SftpFileSystemAccessor {
    private final Faults faults;

    Faulty(Faults faults) {
      this.faults = faults;
    }

    @Override
    public SeekableByteChannel openFile(
        SftpSubsystemProxy subsystem,
        FileHandle fileHandle,
        Path file,
        String handle,
        Set<? extends OpenOption> options,
        FileAttribute<?>... attributes)
        throws IOException {
      SeekableByteChannel real =
          SftpFileSystemAccessor.super.openFile(
              subsystem, fileHandle, file, handle, options, attributes);
      return (SeekableByteChannel)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {SeekableByteChannel.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("read") && Faults.isDue(faults.drops)) {
                  drop();
                  throw new IOException("the server goes away");
                }
                if (method.getName().equals("write") && Faults.isDue(faults.fullDisks)) {
                  real.write(ByteBuffer.wrap(new byte[] {'P'}));
                  throw new IOException("No space left on device");
                }
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Override
    public void renameFile(
        SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
        throws IOException {
      if (Faults.isDue(faults.refusedRenames)) {
        throw new AccessDeniedException(from.toString());
      }
      SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
    }
  }
}
