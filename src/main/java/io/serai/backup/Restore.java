package io.serai.backup;

import io.serai.database.Database;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;

/**
 * Fills an empty database from a backup, in one transaction: all of it is there in the end, or
 * nothing.
 */
public final class Restore implements AutoCloseable {
  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private Restore(Path file, ZipFile zip, Manifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a backup.
   *
   * @throws BackupFault when it is none, or not whole
   */
  public static Restore open(Path file) {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      ZipEntry entry = zip.getEntry(Manifest.ENTRY);
      if (entry == null) {
        zip.close();
        throw new BackupFault(file + " is no backup of Serai: it has no " + Manifest.ENTRY);
      }
      try (InputStream content = zip.getInputStream(entry)) {
        return new Restore(file, zip, Manifest.read(content.readAllBytes()));
      }
    } catch (IOException e) {
      throw new BackupFault(
          file + " is no whole backup: " + e.getMessage() + ". Take another one.", e);
    }
  }

  /** As of when the backup is. */
  public Instant madeAt() {
    return manifest.madeAt();
  }

  /** How many bytes there are to read, unpacked. */
  public long size() {
    return manifest.bytes();
  }

  /**
   * Fills a database.
   *
   * @param open opens it with its tables at a version of the migrations
   * @param aftermath what is done to it in the same transaction
   * @throws BackupFault when the database is not empty, or the backup is of a newer version
   */
  public void fill(IntFunction<Database> open, Aftermath aftermath, LongConsumer progress) {
    try (Database database = open.apply(manifest.schemaVersion())) {
      database.useTransaction(
          handle -> {
            mustBeEmpty(handle, database.schemaVersion());
            load(handle, progress);
            aftermath.settle(handle, manifest.madeAt());
          });
    }
  }

  private void mustBeEmpty(Handle handle, int version) {
    List<String> filled = new Catalog(handle).filled();
    if (!filled.isEmpty()) {
      throw new BackupFault(
          "The database is not empty ("
              + String.join(", ", filled.subList(0, Math.min(3, filled.size())))
              + "), and a backup is restored into an empty one only. Stop every hub, and name a new"
              + " database, or another hub.dataFolder.");
    }
    if (version < manifest.schemaVersion()) {
      throw new BackupFault(
          file
              + " was made by a newer Serai (tables of version "
              + manifest.schemaVersion()
              + ", this one makes "
              + version
              + "). Restore it with that version or a later one.");
    }
    if (version > manifest.schemaVersion()) {
      throw new BackupFault(
          "The database has tables of version "
              + version
              + ", and the backup of version "
              + manifest.schemaVersion()
              + ". Name a new database, without tables.");
    }
  }

  private void load(Handle handle, LongConsumer progress) {
    try {
      Copies copies = new Copies(handle, progress);
      for (Manifest.Table table : manifest.tables()) {
        String name = Copies.quoted(table.name());
        // What came about as rows were written is in the backup, and comes about no second time.
        handle.execute("alter table " + name + " disable trigger user");
        try (InputStream content = content(table)) {
          copies.in(table, content);
        }
        handle.execute("alter table " + name + " enable trigger user");
      }
    } catch (IOException | SQLException e) {
      throw new BackupFault(file + " cannot be restored: " + e.getMessage(), e);
    }
    for (Manifest.Sequence sequence : manifest.sequences()) {
      handle.execute(
          "select setval(cast(? as regclass), ?)", Copies.quoted(sequence.name()), sequence.last());
    }
  }

  private InputStream content(Manifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw new BackupFault(file + " lacks " + table.entry() + ". Take another one.");
    }
    return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new BackupFault(file + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
