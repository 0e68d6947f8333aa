package io.serai.check;

import io.serai.api.Transport;
import io.serai.config.Connector;
import io.serai.config.Fault;
import java.util.ArrayList;
import java.util.List;

/** The calls that the fixtures of a connector make when {@code ./serai check} runs them. */
public final class SentRequests {
  private SentRequests() {}

  /** One call of one fixture. */
  public record Sent(String fixture, String operation, Transport.Call call) {}

  /**
   * Runs every fixture.
   *
   * @throws AssertionError when one of them does not end as it expects
   */
  public static List<Sent> of(Connector connector) {
    List<Sent> sent = new ArrayList<>();
    List<Fault> faults = new ArrayList<>(new ApiCheck(connector).faults());
    Fixtures fixtures =
        new Fixtures(
            connector,
            faults.isEmpty(),
            run -> run.calls().forEach(call -> sent.add(sent(run, call))));
    faults.addAll(fixtures.run());
    if (!faults.isEmpty()) {
      throw new AssertionError(faults.toString());
    }
    return sent;
  }

  private static Sent sent(Rehearsal run, Transport.Call call) {
    return new Sent(run.fixture(), run.operation(), call);
  }
}
