package io.serai.hub.files;

import io.serai.delivery.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Bean {@code folders}: what lies in a supplier's folder on this machine. */
public final class Folders {
  /**
   * Whether a file is still to be put there: it is not, when it lies there with the same content.
   *
   * @throws Rejected when another content lies there under its name
   * @throws IOException when there is no such folder
   */
  public boolean lacks(
      @ExchangeProperty("folder") String folder,
      @Header(Exchange.FILE_NAME) String name,
      byte[] content)
      throws IOException {
    Path path = Path.of(folder);
    if (!Files.isDirectory(path)) {
      throw new IOException("there is no folder " + path + "; make it, or correct the setting");
    }
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      return true;
    }
    if (Arrays.equals(Files.readAllBytes(file), content)) {
      return false;
    }
    throw new Rejected(
        file
            + " is there already, with another content; nothing was overwritten. See whose file it is, move it"
            + " away, and replay this one");
  }
}
