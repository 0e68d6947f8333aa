package io.serai.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Who did what, and when. Nothing is ever changed in it. */
public final class AuditLog {
  private final Clock clock;

  public AuditLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * One deed.
   *
   * @param subject what it was done to, such as {@code order 1001}
   */
  public record Deed(long id, Instant at, String who, String what, String subject, String detail) {}

  /** Notes a deed, in the transaction that does it. */
  public void note(Handle handle, String who, String what, String subject, String detail) {
    handle.execute(
        "insert into audit (at, who, what, subject, detail) values (?, ?, ?, ?, ?)",
        clock.instant(),
        who,
        what,
        subject,
        detail);
  }

  /**
   * The latest deeds.
   *
   * @param before an id from which to go back; {@code Long.MAX_VALUE} for the last ones
   */
  public List<Deed> before(Handle handle, long before, int most) {
    return handle
        .createQuery(
            """
            select id, at, who, what, subject, detail from audit
            where id < :before order by id desc limit :most""")
        .bind("before", before)
        .bind("most", most)
        .map(ConstructorMapper.of(Deed.class))
        .list();
  }
}
