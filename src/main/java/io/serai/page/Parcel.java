package io.serai.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One parcel of an order, as its customer sees it.
 *
 * @param units how many units of each line are in it, by order line id
 * @param sent how it was sent, once it has left
 */
public record Parcel(State state, Map<Long, Integer> units, Optional<Sent> sent) {
  /** How far a parcel is. */
  public enum State {
    /** The supplier has not answered, or not been asked yet. */
    PLANNED,
    /** The supplier has said yes. */
    PACKING,
    /** It is on its way. */
    SHIPPED
  }

  /** With whom, under which numbers, and when, a parcel has left. */
  public record Sent(String carrier, String tracking, List<String> moreTracking, Instant at) {}
}
