package io.serai.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The users. */
public final class Users {
  private static final String COLUMNS = "id, name, role, enabled, created_at";
  // Any number that no other lock of the hub has.
  private static final long FIRST_ADMIN = 7_264_001;

  private final Clock clock;
  private final Passwords passwords;

  public Users(Clock clock, Passwords passwords) {
    this.clock = clock;
    this.passwords = passwords;
  }

  /**
   * Makes the user {@code admin} where there is no user at all.
   *
   * @return the password, which is shown to nobody again
   */
  public Optional<String> makeFirstAdmin(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(?)", FIRST_ADMIN);
    if (!all(handle).isEmpty()) {
      return Optional.empty();
    }
    String password = passwords.make();
    add(handle, "admin", password, Role.ADMIN);
    return Optional.of(password);
  }

  /** Adds a user; the caller has asked {@link Passwords#objection}. */
  public User add(Handle handle, String name, String password, Role role) {
    return handle
        .createQuery(
            """
            insert into app_user (name, password_hash, role, created_at, changed_at)
            values (:name, :hash, :role, :now, :now)
            returning %s"""
                .formatted(COLUMNS))
        .bind("name", name)
        .bind("hash", passwords.hash(password))
        .bind("role", role.word())
        .bind("now", clock.instant())
        .map(Users::user)
        .one();
  }

  /** Gives a user another password, and ends all sessions under the old one. */
  public void changePassword(Handle handle, long id, String password) {
    handle
        .createUpdate("update app_user set password_hash = :hash, changed_at = :now where id = :id")
        .bind("hash", passwords.hash(password))
        .bind("now", clock.instant())
        .bind("id", id)
        .execute();
    endSessions(handle, id);
  }

  /** Gives a user another role, or lets it log in no more; its sessions end. */
  public void change(Handle handle, long id, Role role, boolean enabled) {
    handle
        .createUpdate(
            "update app_user set role = :role, enabled = :enabled, changed_at = :now where id = :id")
        .bind("role", role.word())
        .bind("enabled", enabled)
        .bind("now", clock.instant())
        .bind("id", id)
        .execute();
    endSessions(handle, id);
  }

  /** All users, by name. */
  public List<User> all(Handle handle) {
    return handle
        .createQuery("select %s from app_user order by lower(name)".formatted(COLUMNS))
        .map(Users::user)
        .list();
  }

  /** The user of an id. */
  public Optional<User> find(Handle handle, long id) {
    return handle
        .createQuery("select %s from app_user where id = :id".formatted(COLUMNS))
        .bind("id", id)
        .map(Users::user)
        .findOne();
  }

  /**
   * Whether another admin than this user may log in; the admins are locked, so that no two of them
   * can end each other.
   */
  public boolean isAdminBeside(Handle handle, long id) {
    return handle
        .createQuery(
            "select id from app_user where role = 'admin' and enabled order by id for update")
        .mapTo(Long.class)
        .stream()
        .anyMatch(admin -> admin != id);
  }

  /** Whether a name is taken, in whatever case it is written. */
  public boolean isTaken(Handle handle, String name) {
    return handle
        .createQuery("select exists (select 1 from app_user where lower(name) = lower(:name))")
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  /** The user with this name, in whatever case it is written, and this password. */
  public Optional<User> authenticate(Handle handle, String name, String password) {
    Optional<String> hash =
        handle
            .createQuery(
                "select password_hash from app_user where lower(name) = lower(:name) and enabled")
            .bind("name", name)
            .mapTo(String.class)
            .findOne();
    if (!passwords.matches(password, hash)) {
      return Optional.empty();
    }
    return handle
        .createQuery("select %s from app_user where lower(name) = lower(:name)".formatted(COLUMNS))
        .bind("name", name)
        .map(Users::user)
        .findOne();
  }

  private static void endSessions(Handle handle, long id) {
    handle.execute("delete from user_session where user_id = ?", id);
  }

  static User user(RowView row) {
    return new User(
        row.getColumn("id", Long.class),
        row.getColumn("name", String.class),
        Role.of(row.getColumn("role", String.class)),
        row.getColumn("enabled", Boolean.class),
        row.getColumn("created_at", java.time.Instant.class));
  }
}
