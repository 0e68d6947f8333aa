package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How fast one kind of request may be made.
 *
 * @param perSecond requests a second, in the long run; may be less than one
 * @param burst how many may be made at once after a quiet time
 */
record RateLimit(double perSecond, int burst) {
  RateLimit paced(double pace) {
    return new RateLimit(perSecond * pace, burst);
  }

  static RateLimit of(JsonNode block) {
    return new RateLimit(block.path("perSecond").asDouble(), block.path("burst").asInt(1));
  }
}
