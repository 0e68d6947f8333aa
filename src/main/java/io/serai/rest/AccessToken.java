package io.serai.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A program's right to call the API, without its secret.
 *
 * @param scopes the words of what it may do
 * @param madeBy the user who has made it
 */
public record AccessToken(
    long id,
    String name,
    List<String> scopes,
    String madeBy,
    Instant madeAt,
    Optional<Instant> expiresAt,
    Optional<Instant> usedAt,
    Optional<Instant> revokedAt,
    Optional<String> revokedBy) {

  /** Whether it may do something. */
  public boolean covers(Scope scope) {
    return scopes.contains(scope.word());
  }

  /** Under which name its deeds are noted. */
  public String who() {
    return "token " + name;
  }
}
