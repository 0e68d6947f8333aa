package io.serai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.bench.QueueMeasurement;
import io.serai.bench.QueueMeasurement.Latency;
import io.serai.bench.QueueMeasurement.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** The part of {@code serai bench} that measures a restock: its table and its JSON. */
final class QueueBench {
  private final PrintWriter out;
  private final Consumer<String> progress;

  QueueBench(PrintWriter out, Consumer<String> progress) {
    this.out = out;
    this.progress = progress;
  }

  /** Measures, prints, and adds {@code queue} to the JSON. */
  void run(int waiting, Path folder, Path connectors, ObjectNode json) throws IOException {
    Result result = new QueueMeasurement(waiting, folder, connectors, progress).run();
    out.printf(
        Locale.ROOT,
        "A restock that %,d orders wait for: released in %.1f s, %,.0f orders/s, %s; they had joined at %,.0f orders/s%n",
        result.waiting(),
        result.released(),
        result.waiting() / result.released(),
        result.inOrder() ? "in queue order" : "NOT in queue order",
        result.joined());
    out.printf(
        Locale.ROOT,
        "%-44s %8s %10s %10s%n",
        "an order is taken in",
        "orders",
        "median ms",
        "p99 ms");
    line("of another SKU, before", result.before());
    line("of another SKU, while the queue is served", result.meanwhile());
    line("of the same SKU, while its queue is served", result.sameMeanwhile());
    out.println();
    out.flush();
    ObjectNode queue = json.putObject("queue");
    queue
        .put("waiting", result.waiting())
        .put("releasedSeconds", result.released())
        .put("releasedPerSecond", result.waiting() / result.released())
        .put("inOrder", result.inOrder())
        .put("otherP99MsBefore", result.before().p99())
        .put("otherP99Ms", result.meanwhile().p99())
        .put("sameP99Ms", result.sameMeanwhile().p99());
  }

  private void line(String what, Latency latency) {
    out.printf(
        Locale.ROOT,
        "%-44s %,8d %10.1f %10.1f%n",
        what,
        latency.orders(),
        latency.median(),
        latency.p99());
  }
}
