package io.serai.sandbox.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * What came of comparing every request to one channel with the official description. Where there is
 * none at hand, nothing is compared. Thread-safe.
 */
public final class OfficialRequests {
  private final Optional<Descriptions> descriptions;
  private final Map<String, Integer> inProse = new TreeMap<>();
  private final Map<String, Integer> unknown = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int validated;
  private CompletableFuture<Void> compared = CompletableFuture.completedFuture(null);

  private OfficialRequests(Optional<Descriptions> descriptions) {
    this.descriptions = descriptions;
  }

  /**
   * Reads the descriptions of a channel, which may take some seconds.
   *
   * @param folder of the official descriptions, a folder for each channel; empty for none
   * @param channel amazon, ebay, shopify or walmart
   */
  public static OfficialRequests of(Optional<Path> folder, String channel) {
    return new OfficialRequests(folder.map(each -> Descriptions.of(each, channel)));
  }

  /** Compares nothing. */
  public static OfficialRequests none() {
    return new OfficialRequests(Optional.empty());
  }

  /** Compares one request, in its turn and not on this thread: whoever sent it need not wait. */
  public synchronized void check(OfficialRequest request) {
    descriptions.ifPresent(
        known -> compared = compared.thenRunAsync(() -> compare(request, known)));
  }

  /** What has come of all requests so far; nothing where nothing is compared. */
  public Optional<ContractFigures> figures() {
    return descriptions.map(
        any -> {
          soFar().join();
          return read();
        });
  }

  private synchronized CompletableFuture<Void> soFar() {
    return compared;
  }

  private synchronized ContractFigures read() {
    return new ContractFigures(validated, inProse, unknown, faults);
  }

  private void compare(OfficialRequest request, Descriptions known) {
    Optional<Description> description = known.of(request);
    List<String> wrong = description.map(each -> each.faults(request)).orElse(List.of());
    Optional<String> prose =
        description.isPresent() ? Optional.empty() : known.inProseOnly(request);
    synchronized (this) {
      if (description.isPresent() && wrong.isEmpty()) {
        validated++;
      } else if (description.isPresent()) {
        faults.add(request + ": " + String.join("; ", wrong));
      } else if (prose.isPresent()) {
        inProse.merge(request.operation() + ": " + prose.get(), 1, Integer::sum);
      } else {
        unknown.merge(request.toString(), 1, Integer::sum);
      }
    }
  }
}
