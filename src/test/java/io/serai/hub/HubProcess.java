package io.serai.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** A hub as a process of its own, as {@code ./serai run} starts one, so that it can be killed. */
final class HubProcess {
  private final Path configuration;
  private final Path log;
  private Process process;

  HubProcess(Path configuration) {
    this.configuration = configuration;
    this.log = configuration.resolveSibling("hub.log");
  }

  void start() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    try {
      process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx512m",
                      "-XX:TieredStopAtLevel=1",
                      "-XX:+UseSerialGC",
                      "-Dserai.home=" + Path.of("").toAbsolutePath(),
                      "-cp",
                      classPath,
                      "io.serai.cli.Serai",
                      "run",
                      "--config",
                      configuration.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** Asks it to stop, and waits until it has. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(60, TimeUnit.SECONDS);
  }

  boolean isRunning() {
    return process.isAlive();
  }

  int exitCode() throws InterruptedException {
    process.waitFor(60, TimeUnit.SECONDS);
    return process.exitValue();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its embedded database, seen from outside: PostgreSQL writes its port into the fourth line of
   * its pid file.
   */
  Jdbi database() {
    try {
      Path pid = configuration.resolveSibling("data").resolve("postgres/postmaster.pid");
      String port = Files.readAllLines(pid).get(3).strip();
      return Jdbi.create("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres")
          .installPlugin(new PostgresPlugin());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
