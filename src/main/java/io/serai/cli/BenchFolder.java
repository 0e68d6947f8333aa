package io.serai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for one measurement, gone with all that is in it when the measurement ends. */
record BenchFolder(Path path) implements AutoCloseable {
  BenchFolder() throws IOException {
    this(Files.createTempDirectory("serai-bench"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
