package io.serai.sandbox.supplier;

import io.serai.sandbox.supplier.Format.Transport;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servers behind which suppliers stand: one for each protocol that some of them use. */
final class SupplierServers implements AutoCloseable {
  private static final String CERTIFICATE = "certificate";

  private final Map<Transport, SupplierServer> servers = new EnumMap<>(Transport.class);

  /**
   * Starts them; they take logins as soon as this returns.
   *
   * @param folder holds a home for each supplier, by its id
   */
  SupplierServers(Path folder, List<SupplierProfile> suppliers) {
    for (Transport each : Transport.values()) {
      List<SupplierProfile> users =
          suppliers.stream().filter(one -> one.format().transport() == each).toList();
      if (!users.isEmpty()) {
        servers.put(each, start(each, folder, users));
      }
    }
  }

  private static SupplierServer start(
      Transport transport, Path folder, List<SupplierProfile> users) {
    return switch (transport) {
      case FTP -> SupplierFtp.start(folder, users, Optional.empty());
      case FTPS -> {
        OwnCertificate certificate = OwnCertificate.in(folder.resolve(CERTIFICATE));
        yield SupplierFtp.start(folder, users, Optional.of(certificate));
      }
      case SFTP -> SupplierSftp.start(folder, users);
    };
  }

  Access access(SupplierProfile supplier) {
    SupplierServer server = servers.get(supplier.format().transport());
    return new Access(SupplierServer.HOST, server.port(), server.certificate(), server.hostKey());
  }

  /** Drops new connections until {@link #resume()}; those who are in stay in. */
  void pause() {
    servers.values().forEach(SupplierServer::pause);
  }

  void resume() {
    servers.values().forEach(SupplierServer::resume);
  }

  @Override
  public void close() {
    servers.values().forEach(SupplierServer::close);
  }
}
