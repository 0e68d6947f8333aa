package io.serai.channel;

import java.util.OptionalInt;

/**
 * What one channel is told of the stock.
 *
 * @param priority the higher, the more it sees where stock is kept for those in front
 * @param share percent of the whole; empty for an equal part of what the others leave
 * @param buffer units kept from it of every SKU
 * @param maximum the most it is told of any SKU; empty for no limit
 * @param mostLearned the most units that are kept from it besides, for having oversold; 0 for never
 * @param sweepHour the hour of the day from which it is told everything once more
 */
public record ChannelTerms(
    String id,
    int priority,
    OptionalInt share,
    int buffer,
    OptionalInt maximum,
    int mostLearned,
    int sweepHour) {

  /** The units that it is told of those that it may sell. */
  int told(int units, int learned) {
    return Math.min(Math.max(0, units - buffer - learned), maximum.orElse(Integer.MAX_VALUE));
  }
}
