package io.serai.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of its own, with its data kept in a folder between runs. One hub at a time may use
 * the folder; a server left behind by a hub that was killed is stopped first, and PostgreSQL then
 * recovers what was committed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);

  private final FileChannel lockFile;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(FileChannel lockFile, EmbeddedPostgres server) {
    this.lockFile = lockFile;
    this.server = server;
  }

  /**
   * Starts the server on the folder, making the folder when it is not there.
   *
   * @throws DatabaseFault when another hub uses the folder, or the server does not come up
   */
  public static EmbeddedDatabase start(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel lockFile = lock(folder);
      stopServerLeftBehind(folder.resolve("postgres"));
      return new EmbeddedDatabase(lockFile, startServer(folder));
    } catch (IOException e) {
      throw new DatabaseFault(
          "Cannot start the embedded PostgreSQL in "
              + folder
              + ": "
              + e.getMessage()
              + ". Check free space and permissions of that folder, and its log "
              + folder.resolve("postgres.log"),
          e);
    }
  }

  /** Where the server of a hub that runs on the folder listens; empty when none runs. */
  public static Optional<String> running(Path folder) {
    Path data = folder.resolve("postgres");
    try {
      if (serverOf(data).isEmpty()) {
        return Optional.empty();
      }
      String port = Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip();
      return Optional.of("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    } catch (IOException | IndexOutOfBoundsException e) {
      // It has just ended, or is just beginning.
      return Optional.empty();
    }
  }

  /** Where the server listens, for any JDBC client on this machine. */
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() {
    try {
      server.close();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres startServer(Path folder) throws IOException {
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(STARTUP_LIMIT)
        .setErrorRedirector(log)
        .setOutputRedirector(log)
        // The library is made for tests and switches off what makes a commit outlive a power cut.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "2GB")
        .setServerConfig("timezone", "UTC")
        .start();
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve("hub.lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    if (!tryLock(channel)) {
      channel.close();
      throw new DatabaseFault(
          "Another hub already uses "
              + folder
              + ". Stop it first, or give this one its own hub.dataFolder "
              + "(to run several hubs on one database, set database.url).",
          null);
    }
    return channel;
  }

  // The lock belongs to the process, so it is gone when the process is, however it ended.
  @SuppressWarnings("resource")
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static void stopServerLeftBehind(Path data) throws IOException {
    Optional<ProcessHandle> server = serverOf(data);
    if (server.isEmpty()) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      return;
    }
    LOG.info(
        "Stopping the PostgreSQL that a killed hub left behind (process {})", server.get().pid());
    // SIGINT asks PostgreSQL for a fast shutdown; destroy() would send SIGTERM and wait for
    // clients.
    new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
    try {
      server.get().onExit().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new DatabaseFault(
          "The PostgreSQL left behind (process "
              + server.get().pid()
              + ") does not stop; stop it by hand.",
          e);
    }
  }

  private static Optional<ProcessHandle> serverOf(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String pid = Files.readAllLines(file).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
  }
}
