package io.serai.backup;

import io.serai.database.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;

/**
 * Writes the whole database, as it is at one moment, and the configuration into one file, while
 * hubs may run. The file is there only when it is whole. Who is logged in is not in it.
 */
public final class Backup {
  private static final Set<String> OF_THE_MOMENT = Set.of("user_session", "login_failure");
  private static final String CONFIGURATION = "configuration/";

  private final Database database;
  private final Clock clock;

  public Backup(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What was written: how many tables, rows and bytes before they were packed. */
  public record Written(int tables, long rows, long bytes) {}

  /** About how many bytes there are to write. */
  public long size() {
    return database.inTransaction(handle -> new Catalog(handle).size());
  }

  /**
   * Writes a backup.
   *
   * @param configuration files to put beside it, by the name that each has there
   * @param progress is told of bytes as they are written
   * @throws BackupFault when the file cannot be written
   */
  public Written write(Path file, Map<String, Path> configuration, LongConsumer progress) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      // It holds all that the database does: customers, and hashes of passwords.
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Manifest manifest = write(part, configuration, progress, file);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
      return new Written(manifest.tables().size(), rows, manifest.bytes());
    } catch (IOException e) {
      throw fault(file, e);
    }
  }

  private Manifest write(
      Path part, Map<String, Path> configuration, LongConsumer progress, Path file)
      throws IOException {
    try (OutputStream bytes = Files.newOutputStream(part, StandardOpenOption.DSYNC);
        ZipOutputStream zip =
            new ZipOutputStream(new java.io.BufferedOutputStream(bytes, 1 << 20))) {
      Manifest manifest =
          database.inTransaction(
              handle -> {
                try {
                  return tables(handle, zip, progress);
                } catch (IOException | SQLException e) {
                  throw fault(file, e);
                }
              });
      for (Map.Entry<String, Path> each : configuration.entrySet()) {
        zip.putNextEntry(new ZipEntry(CONFIGURATION + each.getKey()));
        Files.copy(each.getValue(), zip);
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(manifest.json().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      return manifest;
    }
  }

  private Manifest tables(Handle handle, ZipOutputStream zip, LongConsumer progress)
      throws IOException, SQLException {
    // All tables as of one moment, whatever hubs do meanwhile.
    handle.execute("set transaction isolation level repeatable read, read only");
    Copies copies = new Copies(handle, progress);
    Catalog catalog = new Catalog(handle);
    int version =
        handle
            .createQuery("select max(version::integer) from flyway_schema_history where success")
            .mapTo(Integer.class)
            .one();
    List<Manifest.Table> written = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : catalog.tables().entrySet()) {
      if (!OF_THE_MOMENT.contains(table.getKey())) {
        zip.putNextEntry(new ZipEntry("tables/" + table.getKey() + ".copy"));
        written.add(copies.out(table.getKey(), table.getValue(), zip));
        zip.closeEntry();
      }
    }
    // Read last: sequences keep to no snapshot, and must be beyond every row.
    return new Manifest(clock.instant(), version, written, catalog.sequences());
  }

  private static BackupFault fault(Path file, Exception e) {
    return new BackupFault(
        "The backup "
            + file
            + " cannot be written: "
            + e.getMessage()
            + ". Check free space and permissions of its folder.",
        e);
  }
}
