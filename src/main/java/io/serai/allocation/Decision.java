package io.serai.allocation;

import io.serai.backorder.Waiting;
import io.serai.shipment.Promise;
import java.util.List;
import java.util.Set;

/**
 * What has been decided for a need: every unit of it is either promised or waits.
 *
 * @param held whether the whole order waits until it can ship whole
 * @param contested SKUs of which units wait although they could be had, because the queue has a
 *     claim on them: whether those in front can take them shows when the queue is served
 */
public record Decision(
    Need need, List<Promise> promises, List<Waiting> waiting, boolean held, Set<String> contested) {

  /** The same, with other dates for what waits. */
  public Decision withWaiting(List<Waiting> dated) {
    return new Decision(need, promises, dated, held, contested);
  }
}
