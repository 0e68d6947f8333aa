package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Digest;
import io.serai.mapping.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Requests that come again, by their idempotency keys: what was done is not done twice, and the
 * answer is the same. The answer is kept in the transaction that did it, for a day.
 */
public final class Repeats {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int FORGOTTEN_AT_ONCE = 100;
  // Any number that no other lock of the hub has.
  private static final int LOCK = 7_264_017;

  private final Clock clock;

  public Repeats(Clock clock) {
    this.clock = clock;
  }

  private record Kept(String requestHash, Reply reply) {}

  /**
   * The answer of a request: the one that it had before, or that of what it asks for now.
   *
   * @throws Problem when the key was used for another request, or is in use right now
   */
  Reply once(Handle handle, long token, String key, Incoming request, Supplier<Reply> work) {
    claim(handle, token, key);
    forget(handle, token, key);
    String hash = hash(request);
    Optional<Kept> before = kept(handle, token, key);
    if (before.isEmpty()) {
      Reply reply = work.get();
      keep(handle, token, key, hash, reply);
      return reply;
    }
    if (!before.get().requestHash().equals(hash)) {
      throw new Problem(
          422,
          "The idempotency key is taken",
          "This Idempotency-Key came with another request within 24 hours; take a new key for a new request.");
    }
    return before.get().reply().with("Idempotency-Replayed", "true");
  }

  private static void claim(Handle handle, long token, String key) {
    boolean free =
        handle
            .createQuery("select pg_try_advisory_xact_lock(:lock, hashtext(:name))")
            .bind("lock", LOCK)
            .bind("name", token + " " + key)
            .mapTo(Boolean.class)
            .one();
    if (!free) {
      throw Problem.conflict(
          "A request with this Idempotency-Key is being answered right now; ask again in a moment.");
    }
  }

  // The key itself, where it is old, and some of the others: nothing grows for ever.
  private void forget(Handle handle, long token, String key) {
    Instant oldest = clock.instant().minus(KEPT);
    handle.execute(
        "delete from api_repeat where token_id = ? and key = ? and at < ?", token, key, oldest);
    handle.execute(
        """
        delete from api_repeat where (token_id, key) in (
          select token_id, key from api_repeat where at < ? order by at limit ? for update skip locked)""",
        oldest,
        FORGOTTEN_AT_ONCE);
  }

  private static Optional<Kept> kept(Handle handle, long token, String key) {
    return handle
        .createQuery("select * from api_repeat where token_id = :token and key = :key")
        .bind("token", token)
        .bind("key", key)
        .map(
            (row, context) ->
                new Kept(
                    row.getString("request_hash"),
                    reply(
                        row.getInt("status"),
                        Json.read(row.getString("headers")),
                        row.getString("body"))))
        .findOne();
  }

  private static Reply reply(int status, JsonNode headers, String body) {
    Map<String, String> found = new LinkedHashMap<>();
    headers.properties().forEach(each -> found.put(each.getKey(), each.getValue().asText()));
    String type = found.remove("Content-Type");
    return new Reply(status, found, type, body);
  }

  private void keep(Handle handle, long token, String key, String hash, Reply reply) {
    handle
        .createUpdate(
            """
            insert into api_repeat (token_id, key, request_hash, status, headers, body, at)
            values (:token, :key, :hash, :status, cast(:headers as jsonb), :body, :at)""")
        .bind("token", token)
        .bind("key", key)
        .bind("hash", hash)
        .bind("status", reply.status())
        .bind(
            "headers",
            Json.MAPPER.valueToTree(reply.with("Content-Type", reply.type()).headers()).toString())
        .bind("body", reply.body().toString())
        .bind("at", clock.instant())
        .execute();
  }

  private static String hash(Incoming request) {
    MessageDigest digest = Digest.begin();
    digest.update(
        (request.method() + " " + request.path() + "?" + request.query() + "\n")
            .getBytes(StandardCharsets.UTF_8));
    digest.update(request.body());
    return Digest.of(digest);
  }
}
