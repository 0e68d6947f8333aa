package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where the poll of an account stands, as the database keeps it. Within one round of pages only
 * page, latest and taken move; since moves when the last page is stored.
 *
 * @param since up to when all changes have been taken; absent before the first round
 * @param started when the first page of this round was asked for
 * @param latest the last change that this round has met
 * @param page what leads to the page that is next
 * @param taken numbers of the orders of that page that have been taken already
 */
record PollCursor(
    Optional<Instant> since,
    Optional<Instant> started,
    Optional<Instant> latest,
    Optional<JsonNode> page,
    Set<String> taken) {

  static PollCursor read(String kept) {
    JsonNode cursor = kept.isEmpty() ? Json.object() : Json.read(kept);
    Set<String> taken = new LinkedHashSet<>();
    cursor.path("taken").forEach(number -> taken.add(number.asText()));
    return new PollCursor(
        instant(cursor, "since"),
        instant(cursor, "started"),
        instant(cursor, "latest"),
        Optional.of(cursor.path("page")).filter(page -> !page.isMissingNode() && !page.isNull()),
        taken);
  }

  /** A new round from the same time on: what the pages said so far counts no more. */
  PollCursor again() {
    return new PollCursor(since, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
  }

  String written() {
    ObjectNode cursor = Json.object();
    since.ifPresent(at -> cursor.put("since", at.toString()));
    started.ifPresent(at -> cursor.put("started", at.toString()));
    latest.ifPresent(at -> cursor.put("latest", at.toString()));
    page.ifPresent(state -> cursor.set("page", state));
    if (!taken.isEmpty()) {
      taken.forEach(cursor.withArray("taken")::add);
    }
    return cursor.toString();
  }

  private static Optional<Instant> instant(JsonNode cursor, String name) {
    return cursor.hasNonNull(name)
        ? Optional.of(Instant.parse(cursor.get(name).asText()))
        : Optional.empty();
  }
}
