package io.serai.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Finds documents, the newest first. */
public final class DocumentsView {
  private static final String COLUMNS =
      """
      id, direction, kind, account, name, status, fault, cure, at, settled_at, parent_id,
        greatest(length(content), (
          select coalesce(sum(length(content)), 0) from document_part where document_id = document.id)) as bytes""";

  private final ZoneId zone;

  /**
   * The documents of a hub.
   *
   * @param zone whose midnight begins a day
   */
  public DocumentsView(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The documents of a filter.
   *
   * @param before an id from which to go back; {@code Long.MAX_VALUE} for the newest
   */
  public Slice<DocumentRow> find(Handle handle, DocumentFilter filter, long before, int most) {
    Query query =
        handle
            .createQuery(
                "select %s from document where %s order by id desc limit :most"
                    .formatted(COLUMNS, String.join(" and ", conditions(filter))))
            .bind("before", before)
            .bind("most", most + 1);
    filter.kind().ifPresent(kind -> query.bind("kind", kind));
    filter.account().ifPresent(account -> query.bind("account", account));
    filter.direction().ifPresent(direction -> query.bind("direction", direction));
    filter.name().ifPresent(name -> query.bind("name", likeStart(name)));
    filter
        .day()
        .ifPresent(day -> query.bind("from", start(day)).bind("to", start(day.plusDays(1))));
    return Slice.of(
        query.map(ConstructorMapper.of(DocumentRow.class)).list(), most, DocumentRow::id);
  }

  private static List<String> conditions(DocumentFilter filter) {
    List<String> conditions = new ArrayList<>(List.of("id < :before"));
    filter.kind().ifPresent(kind -> conditions.add("kind = :kind"));
    filter.account().ifPresent(account -> conditions.add("account = :account"));
    filter.direction().ifPresent(direction -> conditions.add("direction = :direction"));
    filter.status().ifPresent(status -> conditions.add("status = " + literal(status)));
    filter.name().ifPresent(name -> conditions.add("name like :name"));
    filter.day().ifPresent(day -> conditions.add("at >= :from and at < :to"));
    return conditions;
  }

  // The indices of what is rare are found only by the word itself.
  private static String literal(String status) {
    if (!status.matches("[a-z]+")) {
      throw new IllegalArgumentException("no status: " + status);
    }
    return "'" + status + "'";
  }

  /** One document, if there is one of this id. */
  public Optional<DocumentRow> find(Handle handle, long id) {
    return handle
        .createQuery("select %s from document where id = :id".formatted(COLUMNS))
        .bind("id", id)
        .map(ConstructorMapper.of(DocumentRow.class))
        .findOne();
  }

  /** The first bytes of a document, of which a large one stands in parts. */
  public byte[] content(Handle handle, long id, int most) {
    return handle
        .createQuery(
            """
            select substring(case when length(content) > 0 then content
              else coalesce((select string_agg(part.content, ''::bytea order by part.number)
                from document_part part where part.document_id = document.id and part.number <= :parts), ''::bytea)
              end from 1 for :most)
            from document where id = :id""")
        .bind("id", id)
        .bind("most", most)
        .bind("parts", most / (256 * 1024) + 1)
        .mapTo(byte[].class)
        .one();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static String likeStart(String text) {
    return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
