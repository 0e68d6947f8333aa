package io.serai.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key under which the hub keeps secrets in its database, when the configuration names none:
 * {@code secret.key} in the data folder, which nobody but the hub's user can read. It is made when
 * it is first needed.
 */
final class SecretKeyFile {
  private static final int BYTES = 32;

  private final Path file;

  SecretKeyFile(Path folder) {
    this.file = folder.resolve("secret.key");
  }

  /** The key. */
  synchronized String key() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the key of the webhooks' secrets cannot be kept in " + file + "; set webhooks.secretKey",
          e);
    }
  }

  // Written aside and linked: a hub that is killed meanwhile leaves no half key, and a second hub
  // gets the first's.
  private void make() throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.getParent());
    Path aside =
        Files.createTempFile(
            file.getParent(),
            "secret",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(aside, Base64.getEncoder().encodeToString(key));
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
