package io.serai.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** An SFTP server on a port of its own that can be told to fail, and to show another key. */
public final class FaultySftp implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private KeyPair key = newKey();

  /** Starts one for the user {@code shop} with the password {@code s+cr&t%}, or a key. */
  public FaultySftp(Path home, PublicKey login, Faults faults) throws IOException {
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

  /** Writes a user's key, as ssh-keygen does. */
  public static void write(KeyPair key, Path file) throws IOException, GeneralSecurityException {
    try (OutputStream out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "shop", null, out);
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

  /** Lets everybody in from now on, and then says nothing. */
  public void sayNothing() {
    server.setSubsystemFactories(List.of(new Mute()));
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private void drop() {
    server.getActiveSessions().forEach((AbstractSession each) -> each.close(true));
  }

  private static final class Mute implements SubsystemFactory {
    @Override
    public String getName() {
      return "sftp";
    }

    @Override
    public Command createSubsystem(ChannelSession channel) {
      return (Command)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Command.class},
              (proxy, method, arguments) -> null);
    }
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
                  Object result = method.invoke(real, arguments);
                  return result == real ? proxy : result;
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
