package io.serai.rest;

import io.serai.mapping.Digest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The tokens of the API. A secret is shown to whoever makes it, and kept nowhere. */
public final class AccessTokens {
  /** With what every secret begins, so that one that has leaked is found by a search. */
  public static final String PREFIX = "serai_";

  private static final int BYTES = 32;
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,59}";
  // Who calls a thousand times a minute need not be noted each time.
  private static final Duration NOTED = Duration.ofMinutes(1);
  private static final String COLUMNS =
      "id, name, scopes, made_by, made_at, expires_at, used_at, revoked_at, revoked_by";
  private static final RowMapper<AccessToken> TOKEN = ConstructorMapper.of(AccessToken.class);

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  /**
   * The tokens.
   *
   * @param clock of people, who count the days until a token ends
   */
  public AccessTokens(Clock clock) {
    this.clock = clock;
  }

  /** A token that was made, with its secret. */
  public record Made(String name, String secret) {
    @Override
    public String toString() {
      return "the secret of token " + name;
    }
  }

  /** A token that cannot be made as it is wanted. */
  public static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String why) {
      super(why);
    }
  }

  /**
   * Makes a token.
   *
   * @param scopes words of {@link Scope}
   * @param days until it ends; empty: it lasts until it is revoked
   * @param who makes it
   * @throws Unfit when name, scopes or days will not do
   */
  public Made make(
      Handle handle, String name, Collection<String> scopes, Optional<Integer> days, String who) {
    refuseUnlessFit(handle, name, scopes, days);
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    handle
        .createUpdate(
            """
            insert into api_token (name, token_hash, scopes, made_by, made_at, expires_at)
            values (:name, :hash, :scopes, :who, :now, :expires)""")
        .bind("name", name)
        .bind("hash", Digest.of(secret))
        .bind("scopes", scopes.stream().distinct().sorted().toArray(String[]::new))
        .bind("who", who)
        .bind("now", clock.instant())
        .bind("expires", days.map(count -> clock.instant().plus(Duration.ofDays(count))))
        .execute();
    return new Made(name, secret);
  }

  private void refuseUnlessFit(
      Handle handle, String name, Collection<String> scopes, Optional<Integer> days) {
    if (!name.matches(NAME)) {
      throw new Unfit(
          "A name has 1 to 60 letters, digits, blanks or . _ @ -, and begins with a letter or digit.");
    }
    List<String> unknown =
        scopes.stream().filter(word -> Scope.of(word).isEmpty()).sorted().toList();
    if (scopes.isEmpty() || !unknown.isEmpty()) {
      throw new Unfit(
          (unknown.isEmpty()
                  ? "It needs a scope at least"
                  : "There is no scope " + String.join(", ", unknown))
              + "; there are "
              + String.join(", ", Scope.words())
              + ".");
    }
    if (days.filter(count -> count < 1 || count > 3_650).isPresent()) {
      throw new Unfit("A token lasts 1 to 3650 days, or until it is revoked.");
    }
    if (find(handle, name).isPresent()) {
      throw new Unfit("There is a token " + name + " already; revoke it first.");
    }
  }

  /** All tokens, the newest first; those that were revoked too. */
  public List<AccessToken> all(Handle handle) {
    return handle
        .createQuery("select %s from api_token order by id desc".formatted(COLUMNS))
        .map(TOKEN)
        .list();
  }

  /** The token of a name that is not revoked, in whatever case it is written. */
  public Optional<AccessToken> find(Handle handle, String name) {
    return handle
        .createQuery(
            "select %s from api_token where lower(name) = lower(:name) and revoked_at is null"
                .formatted(COLUMNS))
        .bind("name", name)
        .map(TOKEN)
        .findOne();
  }

  /** Ends a token; false when there is none of this id, or it was revoked before. */
  public boolean revoke(Handle handle, long id, String who) {
    return handle.execute(
            "update api_token set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null",
            clock.instant(),
            who,
            id)
        > 0;
  }

  /** The token of a secret, as long as it lasts; that it was used is noted. */
  public Optional<AccessToken> authenticate(Handle handle, String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<AccessToken> found =
        handle
            .createQuery(
                """
                select %s from api_token
                where token_hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)"""
                    .formatted(COLUMNS))
            .bind("hash", Digest.of(secret))
            .bind("now", now)
            .map(TOKEN)
            .findOne();
    found
        .filter(token -> token.usedAt().filter(now.minus(NOTED)::isBefore).isEmpty())
        .ifPresent(
            token ->
                handle.execute("update api_token set used_at = ? where id = ?", now, token.id()));
    return found;
  }
}
