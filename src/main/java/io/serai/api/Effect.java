package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Jq;
import java.util.List;
import java.util.Optional;

/**
 * How one operation is told to the channel.
 *
 * @param lookup yields requests whose answers' bodies the others see as {@code $before}
 * @param always whether it is looked up at first attempts too
 * @param independent whether the requests of a program go on after one that is refused
 * @param requests each yields requests from the payload, and sees the answers to those before
 */
record Effect(Optional<Jq> lookup, boolean always, boolean independent, List<Jq> requests) {
  static Effect of(String place, JsonNode block, Programs programs) {
    return new Effect(
        programs.maybe(block.path("lookup"), place + ".lookup"),
        block.path("lookupWhen").asText("repeats").equals("always"),
        block.path("independent").asBoolean(false),
        programs.list(block.path("requests"), place + ".requests"));
  }
}
