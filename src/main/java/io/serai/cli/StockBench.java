package io.serai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.bench.StockMeasurement;
import io.serai.bench.StockMeasurement.Measured;
import io.serai.bench.StockMeasurement.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The part of {@code serai bench} that measures stock files: its table and its JSON. */
final class StockBench {
  private final PrintWriter out;
  private final PrintWriter err;

  StockBench(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Measures, prints, and adds {@code stock} and {@code memory} to the JSON. */
  void run(int rows, ObjectNode json) throws IOException {
    Path folder = Files.createTempDirectory("serai-bench");
    try {
      Result result = new StockMeasurement(rows, folder, this::say).run();
      print(result);
      write(result, json);
    } finally {
      delete(folder);
    }
  }

  private void say(String what) {
    err.println(what);
    err.flush();
  }

  private void print(Result result) {
    out.printf(Locale.ROOT, "%-32s %12s %10s %14s%n", "stock file", "rows/s", "s", "of COPY");
    for (Measured file : result.files()) {
      line(file, result.ratio(file));
    }
    line(result.copy(), 1);
    out.printf(
        Locale.ROOT,
        "heap: at most %,d MiB in use after a collection, %,d MiB with garbage, of %,d MiB%n%n",
        result.liveMiB(),
        result.usedMiB(),
        Runtime.getRuntime().maxMemory() >> 20);
    out.flush();
  }

  private void line(Measured measured, double ratio) {
    out.printf(
        Locale.ROOT,
        "%-32s %,12.0f %10.2f %14.2f%n",
        measured.name(),
        measured.rowsPerSecond(),
        measured.seconds(),
        ratio);
  }

  private static void write(Result result, ObjectNode json) {
    List<Measured> files = result.files();
    ObjectNode stock = json.putObject("stock");
    stock
        .put("rows", result.copy().rows())
        .put("rowsPerSecond", files.get(0).rowsPerSecond())
        .put("copyRowsPerSecond", result.copy().rowsPerSecond())
        .put("ratio", result.ratio(files.get(0)));
    ArrayNode each = stock.putArray("files");
    for (Measured file : files) {
      each.addObject()
          .put("name", file.name())
          .put("rowsPerSecond", file.rowsPerSecond())
          .put("ratio", result.ratio(file));
    }
    json.putObject("memory")
        .put("peakMiB", result.liveMiB())
        .put("peakWithGarbageMiB", result.usedMiB());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
