package io.serai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.bench.PagesMeasurement;
import io.serai.bench.PagesMeasurement.Measured;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The part of {@code serai bench} that measures pages: its table and its JSON. */
final class PagesBench {
  private static final int TIMES = 60;

  private final PrintWriter out;
  private final Consumer<String> progress;

  PagesBench(PrintWriter out, Consumer<String> progress) {
    this.out = out;
    this.progress = progress;
  }

  /** Measures, prints, and adds {@code pages} to the JSON. */
  void run(int orders, Path folder, Path home, ObjectNode json) throws IOException {
    List<Measured> measured = measure(new PagesMeasurement(orders, TIMES, folder, home, progress));
    out.printf(
        Locale.ROOT,
        "%-36s %10s %10s %10s  %s%n",
        "pages over %,d orders".formatted(orders),
        "median ms",
        "p95 ms",
        "slowest",
        "whole tables read");
    for (Measured page : measured) {
      out.printf(
          Locale.ROOT,
          "%-36s %10.1f %10.1f %10.1f  %s%n",
          page.page(),
          page.medianMs(),
          page.p95Ms(),
          page.slowestMs(),
          String.join(", ", page.wholeTables()));
    }
    out.println();
    out.flush();
    write(orders, measured, json);
  }

  private static List<Measured> measure(PagesMeasurement measurement) throws IOException {
    try {
      return measurement.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void write(int orders, List<Measured> measured, ObjectNode json) {
    ObjectNode pages = json.putObject("pages");
    pages
        .put("orders", orders)
        .put("p95Ms", measured.stream().mapToDouble(Measured::p95Ms).max().orElse(0));
    ArrayNode each = pages.putArray("each");
    for (Measured page : measured) {
      ObjectNode one =
          each.addObject()
              .put("name", page.page())
              .put("medianMs", page.medianMs())
              .put("p95Ms", page.p95Ms());
      page.wholeTables().forEach(one.putArray("wholeTables")::add);
    }
  }
}
