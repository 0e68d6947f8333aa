package io.serai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.bench.EdiFuzz;
import io.serai.bench.EdiMeasurement;
import io.serai.bench.EdiSamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** The parts of {@code serai bench} that read EDI files, large ones and broken ones. */
final class EdiBench {
  private static final int MEBIBYTES = 50;
  private static final long SEED = 20261123;

  private final PrintWriter out;
  private final Consumer<String> progress;

  EdiBench(PrintWriter out, Consumer<String> progress) {
    this.out = out;
    this.progress = progress;
  }

  /** Measures, prints, and adds {@code edi} to the JSON. */
  void measure(Path folder, ObjectNode json) throws IOException {
    EdiMeasurement.Result result = new EdiMeasurement(MEBIBYTES, folder, progress).run();
    out.printf(
        Locale.ROOT,
        "%-14s %8s %12s %10s %12s %14s%n",
        "EDI file",
        "MiB",
        "lines",
        "MiB/s",
        "lines/s",
        "of StAEDI");
    ObjectNode edi = json.putObject("edi");
    ArrayNode files = edi.putArray("files");
    for (EdiMeasurement.Measured file : result.files()) {
      out.printf(
          Locale.ROOT,
          "%-14s %8.1f %,12d %10.1f %,12.0f %14.2f%n",
          file.name(),
          file.mebibytes(),
          file.lines(),
          file.speed(),
          file.lines() / file.seconds(),
          file.ratio());
      files
          .addObject()
          .put("name", file.name())
          .put("mebibytes", file.mebibytes())
          .put("lines", file.lines())
          .put("seconds", file.seconds())
          .put("secondsOfStaediAlone", file.alone())
          .put("mebibytesPerSecond", file.speed())
          .put("ratio", file.ratio());
    }
    out.printf(
        Locale.ROOT,
        "heap: at most %,d MiB in use after a collection, %,d MiB with garbage, of %,d MiB%n%n",
        result.liveMiB(),
        result.usedMiB(),
        heapMiB());
    out.flush();
    edi.put("peakMiB", result.liveMiB())
        .put("peakWithGarbageMiB", result.usedMiB())
        .put("heapMiB", heapMiB());
  }

  private static long heapMiB() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  /**
   * Breaks good files, prints what came of it, and adds {@code fuzz} to the JSON; 1 if anything
   * failed.
   */
  int fuzz(int cases, ObjectNode json) {
    progress.accept("Breaking EDI files, " + cases + " cases ...");
    EdiFuzz.Result result = new EdiFuzz(EdiSamples.small(), SEED).run(cases);
    out.printf(
        Locale.ROOT,
        "fuzz: %,d broken EDI files in %.1f s: %,d read, %,d refused, %d failures%n%n",
        result.cases(),
        result.seconds(),
        result.read(),
        result.refused(),
        result.broken().size());
    result.broken().stream().limit(20).forEach(out::println);
    out.flush();
    json.putObject("fuzz")
        .put("cases", result.cases())
        .put("refused", result.refused())
        .put("failures", result.broken().size());
    return result.broken().isEmpty() ? 0 : 1;
  }
}
