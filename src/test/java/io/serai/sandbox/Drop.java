package io.serai.sandbox;

import io.serai.sandbox.supplier.Access;
import io.serai.sandbox.supplier.SupplierProfile;
import java.util.List;

/** One supplier's folders, as somebody sees them who logs in. */
interface Drop extends AutoCloseable {
  /** Logs in where the supplier's server is, by its own protocol. */
  static Drop open(SupplierProfile profile, Access access, String password) {
    return switch (profile.format().transport()) {
      case FTP, FTPS -> new FtpDrop(profile.user(), password, access);
      case SFTP -> new SftpDrop(profile.user(), password, access);
    };
  }

  void put(String path, byte[] content);

  byte[] get(String path);

  void rename(String from, String to);

  /** The names of the files in a folder. */
  List<String> list(String folder);

  @Override
  void close();
}
