package io.serai.view;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads which deliveries stand in quarantine, and what kinds of things do. */
public final class QuarantineView {
  /** What stands in quarantine of a kind and an account. */
  public record Kind(String kind, String account, int count) {}

  /** The kinds and accounts of all that stands in it. */
  public List<Kind> kinds(Handle handle) {
    return handle
        .createQuery(
            """
            select kind, account, count(*) from (
              select kind, account from document where status = 'quarantined'
              union all select kind, account from delivery where state = 'quarantined') as each
            group by kind, account order by kind, account""")
        .map(ConstructorMapper.of(Kind.class))
        .list();
  }

  /**
   * The deliveries in quarantine, the newest first.
   *
   * @param before an id from which to go back; {@code Long.MAX_VALUE} for the newest
   */
  public Slice<DeliveryRow> deliveries(
      Handle handle, Optional<String> kind, Optional<String> account, long before, int most) {
    List<DeliveryRow> found =
        handle
            .createQuery(
                """
                select * from delivery where state = 'quarantined' and id < :before
                  and kind = coalesce(:kind, kind) and account = coalesce(:account, account)
                order by id desc limit :most""")
            .bind("before", before)
            .bind("kind", kind.orElse(null))
            .bind("account", account.orElse(null))
            .bind("most", most + 1)
            .map(ConstructorMapper.of(DeliveryRow.class))
            .list();
    return Slice.of(found, most, DeliveryRow::id);
  }

  /** One delivery, in whatever state, if there is one of this id. */
  public Optional<DeliveryRow> delivery(Handle handle, long id) {
    return handle
        .createQuery("select * from delivery where id = :id")
        .bind("id", id)
        .map(ConstructorMapper.of(DeliveryRow.class))
        .findOne();
  }
}
