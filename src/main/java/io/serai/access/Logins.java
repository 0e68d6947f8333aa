package io.serai.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Logging in. After five failures for one name, or fifty from one address, within fifteen minutes,
 * nobody logs in by that name or from there until the oldest of them is fifteen minutes old.
 */
public final class Logins {
  private static final Duration WHILE = Duration.ofMinutes(15);
  private static final int MOST_BY_NAME = 5;
  private static final int MOST_BY_ADDRESS = 50;
  private static final int LONGEST_NAME = 200;

  private final Clock clock;
  private final Users users;
  private final Sessions sessions;
  private final AuditLog audit;

  public Logins(Clock clock, Users users, Sessions sessions, AuditLog audit) {
    this.clock = clock;
    this.users = users;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** What comes of logging in. */
  public sealed interface Outcome {
    /** The session has begun. */
    record Begun(String token) implements Outcome {}

    /** The name or the password is wrong; which of them is not told. */
    record Wrong() implements Outcome {}

    /** There were too many failures. */
    record TooMany() implements Outcome {}
  }

  /**
   * Logs in.
   *
   * @param address from which the browser comes
   */
  public Outcome login(Handle handle, String name, String password, String address) {
    String asked = name.strip().toLowerCase(Locale.ROOT);
    String key = asked.substring(0, Math.min(LONGEST_NAME, asked.length()));
    handle.execute("delete from login_failure where at < ?", clock.instant().minus(WHILE));
    if (failures(handle, "name", key) >= MOST_BY_NAME
        || failures(handle, "address", address) >= MOST_BY_ADDRESS) {
      return new Outcome.TooMany();
    }
    Optional<User> user = users.authenticate(handle, key, password);
    if (user.isEmpty()) {
      handle.execute(
          "insert into login_failure (at, name, address) values (?, ?, ?)",
          clock.instant(),
          key,
          address);
      audit.note(handle, key, "login failed", "session", "from " + address);
      return new Outcome.Wrong();
    }
    handle.execute("delete from login_failure where name = ?", key);
    audit.note(handle, user.get().name(), "logged in", "session", "from " + address);
    return new Outcome.Begun(sessions.begin(handle, user.get()));
  }

  private static int failures(Handle handle, String column, String value) {
    return handle
        .createQuery("select count(*) from login_failure where <column> = :value")
        .define("column", column)
        .bind("value", value)
        .mapTo(Integer.class)
        .one();
  }
}
