package io.serai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.cli.BacklogRun.Result;
import io.serai.sandbox.Market;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The part of {@code serai bench} that measures how orders are taken in that have waited at a
 * channel while the hub was away: its table and its JSON.
 */
final class BacklogBench {
  private final PrintWriter out;
  private final Consumer<String> progress;

  BacklogBench(PrintWriter out, Consumer<String> progress) {
    this.out = out;
    this.progress = progress;
  }

  /** Measures each channel by itself, prints, and adds {@code backlog} to the JSON. */
  void run(int orders, Path folder, Path home, ObjectNode json) throws IOException {
    out.printf(
        Locale.ROOT,
        "%-10s %9s %8s %8s %8s %10s %9s %11s %15s%n",
        "backlog",
        "orders",
        "come, s",
        "taken, s",
        "work, s",
        "orders/s",
        "requests",
        "over limit",
        "s by the rates");
    ObjectNode backlog = json.putObject("backlog");
    for (String channel : List.of(Market.DTC, Market.AMAZON, Market.WALMART, Market.EBAY)) {
      progress.accept("Taking in " + orders + " orders of the channel " + channel + " ...");
      Result result = new BacklogRun(channel, orders, folder.resolve(channel), home).run();
      print(result);
      backlog
          .putObject(channel)
          .put("orders", result.orders())
          .put("comeSeconds", result.comeSeconds())
          .put("seconds", result.seconds())
          .put("workSeconds", result.workSeconds())
          .put("ordersPerSecond", result.orders() / result.seconds())
          .put("requests", result.requests())
          .put("overLimit", result.overLimit())
          .put("secondsByRates", result.secondsByRates());
    }
    out.printf(
        Locale.ROOT,
        "The channels' time ran %,d times as fast as the clock, and granted as many requests.%n%n",
        BacklogRun.PACE);
    out.flush();
  }

  private void print(Result result) {
    out.printf(
        Locale.ROOT,
        "%-10s %,9d %8.1f %8.1f %8.1f %,10.0f %,9d %,11d %,15.0f%n",
        result.channel(),
        result.orders(),
        result.comeSeconds(),
        result.seconds(),
        result.workSeconds(),
        result.orders() / result.seconds(),
        result.requests(),
        result.overLimit(),
        result.secondsByRates());
    out.flush();
  }
}
