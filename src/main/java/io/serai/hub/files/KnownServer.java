package io.serai.hub.files;

import com.jcraft.jsch.JSchException;
import io.serai.config.Settings;
import io.serai.config.Supplier;
import io.serai.delivery.TryLater;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/** What a supplier's account says of the SFTP server that it trusts. */
record KnownServer(
    String supplier, String host, int port, Set<String> hostKeys, Optional<String> file) {
  private static final Duration UNTIL_ANOTHER_LOOK = Duration.ofMinutes(5);

  static KnownServer of(Supplier supplier) {
    Settings settings = supplier.settings();
    Set<String> hostKeys = new HashSet<>();
    settings.json().path("hostKeys").forEach(key -> hostKeys.add(key.asText()));
    return new KnownServer(
        supplier.id(),
        settings.text("host").orElse(""),
        Integer.parseInt(settings.text("port").orElse("22")),
        hostKeys,
        settings.text("knownHostsFile"));
  }

  /** The keys as they are trusted now: a file is read again, so that it can be mended meanwhile. */
  ServerKeys keys() throws JSchException {
    return new ServerKeys(hostKeys, file, port == 22 ? host : "[" + host + "]:" + port);
  }

  /** What is said of a server that lets us in, and then does not begin to speak of files. */
  GenericFileOperationFailedException mute() {
    return new GenericFileOperationFailedException(
        "The server "
            + host
            + ":"
            + port
            + " of supplier "
            + supplier
            + " lets us in, and then says nothing; ask the supplier whether its SFTP service works");
  }

  /** What is said of a server that shows another key. What was to be sent waits until it is. */
  TryLater fault(ServerKeys keys) {
    String wanted =
        keys.trusted().isEmpty()
            ? "none is known for it in " + file.orElse("hostKeys")
            : "the trusted one is " + String.join(" or ", keys.trusted());
    return TryLater.after(
        "The server "
            + host
            + ":"
            + port
            + " of supplier "
            + supplier
            + " shows the key "
            + keys.presented()
            + ", but "
            + wanted
            + ". Nothing was sent. Ask the supplier, by phone, whether it has a new key: if so, put its"
            + " fingerprint into settings.hostKeys (or its line into knownHostsFile); if not, somebody"
            + " stands between you and it",
        UNTIL_ANOTHER_LOOK);
  }
}
