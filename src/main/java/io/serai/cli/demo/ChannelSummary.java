package io.serai.cli.demo;

import io.serai.sandbox.Sandbox;
import io.serai.sandbox.contract.ContractFigures;
import io.serai.sandbox.rest.ChannelSandbox;
import io.serai.sandbox.world.ChannelEffects;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the demo prints of each channel: its orders, what it was told, and how it was asked. */
final class ChannelSummary {
  private static final String COLUMNS = "%-8s %8s %8s %9s %10s %8s %8s %9s %11s%n";
  private static final int SHOWN = 5;

  private final Sandbox sandbox;
  private final DemoState state;
  private final PrintWriter out;

  ChannelSummary(Sandbox sandbox, DemoState state, PrintWriter out) {
    this.sandbox = sandbox;
    this.state = state;
    this.out = out;
  }

  /** Prints the tables; true when every request kept its channel's description. */
  boolean print() {
    out.printf(
        COLUMNS,
        "Channel",
        "orders",
        "settled",
        "packages",
        "cancelled",
        "stock",
        "refused",
        "requests",
        "over limit");
    sandbox.channels().forEach(this::row);
    return contracts();
  }

  private void row(String id, ChannelSandbox channel) {
    ChannelEffects seen = sandbox.world().channel(id);
    out.printf(
        Locale.ROOT,
        COLUMNS,
        id,
        number(sandbox.orders(id).size()),
        number(state.settled(id)),
        number(seen.trackingPosts().size()),
        number(seen.unitsCancelled()),
        number(seen.stockSettings()),
        number(seen.refusals().size()),
        number(sum(channel.server().requests())),
        number(sum(channel.server().rates().overLimit())));
  }

  private boolean contracts() {
    boolean kept = true;
    boolean compared = false;
    for (Map.Entry<String, ChannelSandbox> each : sandbox.channels().entrySet()) {
      Optional<ContractFigures> figures = each.getValue().server().official().figures();
      compared |= figures.isPresent();
      kept &= figures.map(found -> contract(each.getKey(), found)).orElse(true);
    }
    if (!compared) {
      out.println("Requests were compared with no official description: give --contracts FOLDER.");
    }
    return kept;
  }

  private boolean contract(String id, ContractFigures figures) {
    out.printf(
        Locale.ROOT,
        "Official description of %s: %,d requests validated, %,d faults, %,d not validated%n",
        id,
        figures.validated(),
        figures.faults().size(),
        sum(figures.unvalidated()));
    figures
        .inProse()
        .forEach((what, times) -> out.printf("    described in prose only: %s, %d%n", what, times));
    figures
        .unvalidated()
        .forEach((what, times) -> out.printf("    described nowhere: %s, %d%n", what, times));
    figures.faults().stream().limit(SHOWN).forEach(fault -> out.println("    " + fault));
    return figures.kept();
  }

  private static int sum(Map<String, Integer> figures) {
    return figures.values().stream().mapToInt(figure -> figure).sum();
  }

  private static String number(int figure) {
    return String.format(Locale.ROOT, "%,d", figure);
  }
}
