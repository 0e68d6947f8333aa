package io.serai.sandbox.supplier;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a supplier's server is, and how one knows that it is the right one.
 *
 * @param certificate in PEM, of a server of FTPS
 * @param hostKey the fingerprint of the key of a server of SFTP, as ssh-keygen -lf prints it
 */
public record Access(String host, int port, Optional<Path> certificate, Optional<String> hostKey) {}
