package io.serai.allocation;

import io.serai.backorder.Waiting;
import io.serai.shipment.Promise;
import java.util.List;

/**
 * What has been decided for a need: every unit of it is either promised or waits.
 *
 * @param held whether the whole order waits until it can ship whole
 */
public record Decision(Need need, List<Promise> promises, List<Waiting> waiting, boolean held) {}
