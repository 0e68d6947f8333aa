package io.serai.sandbox.supplier;

import java.nio.file.Path;
import java.util.Optional;

/** A server on a loopback port of its own, where suppliers have users, each with its home. */
interface SupplierServer extends AutoCloseable {
  String HOST = "127.0.0.1";

  int port();

  /** Drops new connections until {@link #resume()}; those who are in stay in. */
  void pause();

  void resume();

  /** The certificate that it shows, in PEM, if it shows one. */
  default Optional<Path> certificate() {
    return Optional.empty();
  }

  /** The fingerprint of the key that it shows, as ssh-keygen -lf prints it, if it shows one. */
  default Optional<String> hostKey() {
    return Optional.empty();
  }

  @Override
  void close();
}
