package io.serai.access;

import io.serai.mapping.Digest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The sessions of users: one ends twelve hours after it was last seen, and a week after it began.
 */
public final class Sessions {
  private static final Duration IDLE = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofDays(7);
  // Who looks at a page that refreshes itself need not be noted each time.
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  public Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session; the token is the browser's, and kept nowhere else. */
  public String begin(Handle handle, User user) {
    handle
        .createUpdate("delete from user_session where seen_at < :idle or begun_at < :oldest")
        .bind("idle", clock.instant().minus(IDLE))
        .bind("oldest", clock.instant().minus(LONGEST))
        .execute();
    String token = secret();
    handle
        .createUpdate(
            """
            insert into user_session (token_hash, user_id, csrf, begun_at, seen_at)
            values (:hash, :user, :csrf, :now, :now)""")
        .bind("hash", Digest.of(token))
        .bind("user", user.id())
        .bind("csrf", secret())
        .bind("now", clock.instant())
        .execute();
    return token;
  }

  /** The session of a token, as long as it lasts and its user may log in. */
  public Optional<Session> find(Handle handle, String token) {
    String hash = Digest.of(token);
    Optional<Session> session =
        handle
            .createQuery(
                """
                select u.id, u.name, u.role, u.enabled, u.created_at, s.csrf, s.said, s.problem
                from user_session s join app_user u on u.id = s.user_id
                where s.token_hash = :hash and u.enabled
                  and s.seen_at >= :idle and s.begun_at >= :oldest""")
            .bind("hash", hash)
            .bind("idle", clock.instant().minus(IDLE))
            .bind("oldest", clock.instant().minus(LONGEST))
            .map(
                row ->
                    new Session(
                        Users.user(row),
                        row.getColumn("csrf", String.class),
                        row.getColumn("said", String.class),
                        row.getColumn("problem", String.class)))
            .findOne();
    if (session.isPresent()) {
      handle
          .createUpdate(
              """
              update user_session set seen_at = :now
              where token_hash = :hash and seen_at < :noted""")
          .bind("now", clock.instant())
          .bind("hash", hash)
          .bind("noted", clock.instant().minus(NOTED))
          .execute();
    }
    return session;
  }

  /** Keeps what is to be shown once, on the next page of the session. */
  public void say(Handle handle, String token, String said, String problem) {
    handle.execute(
        "update user_session set said = ?, problem = ? where token_hash = ?",
        said,
        problem,
        Digest.of(token));
  }

  /** Forgets what has been shown. */
  public void shown(Handle handle, String token) {
    handle.execute(
        "update user_session set said = '', problem = '' where token_hash = ? and said || problem <> ''",
        Digest.of(token));
  }

  /** Ends a session. */
  public void end(Handle handle, String token) {
    handle.execute("delete from user_session where token_hash = ?", Digest.of(token));
  }

  private String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
