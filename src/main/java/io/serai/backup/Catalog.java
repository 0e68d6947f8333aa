package io.serai.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What tables and sequences a database has. */
final class Catalog {
  private final Handle handle;

  Catalog(Handle handle) {
    this.handle = handle;
  }

  /** The columns of each table that are stored, each table after those that it refers to. */
  Map<String, List<String>> tables() {
    Map<String, List<String>> columns = columns();
    Map<String, Set<String>> needs = references();
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    while (ordered.size() < columns.size()) {
      List<String> next =
          columns.keySet().stream()
              .filter(table -> !ordered.containsKey(table))
              .filter(table -> ordered.keySet().containsAll(needs.getOrDefault(table, Set.of())))
              .toList();
      if (next.isEmpty()) {
        throw new BackupFault("tables refer to each other in a circle: " + columns.keySet());
      }
      next.forEach(table -> ordered.put(table, columns.get(table)));
    }
    return ordered;
  }

  /** The numbers that sequences have given out last; one that has given out none is left out. */
  List<Manifest.Sequence> sequences() {
    return handle
        .createQuery(
            """
            select sequencename, last_value from pg_sequences
            where schemaname = current_schema() and last_value is not null order by sequencename""")
        .map(
            (row, context) ->
                new Manifest.Sequence(row.getString("sequencename"), row.getLong("last_value")))
        .list();
  }

  /** About how many bytes the tables have. */
  long size() {
    return handle
        .createQuery(
            """
            select coalesce(sum(pg_table_size(c.oid)), 0)::bigint from pg_class c
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace""")
        .mapTo(Long.class)
        .one();
  }

  private Map<String, List<String>> columns() {
    return handle
        .createQuery(
            """
            select c.relname as name, a.attname as column_name
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
              and c.relname <> 'flyway_schema_history'
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname, a.attnum""")
        .map((row, context) -> List.of(row.getString("name"), row.getString("column_name")))
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0),
                LinkedHashMap::new,
                Collectors.mapping(row -> row.get(1), Collectors.toList())));
  }

  private Map<String, Set<String>> references() {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select c.conrelid::regclass::text as referring, c.confrelid::regclass::text as referred
            from pg_constraint c
            where c.contype = 'f' and c.conrelid <> c.confrelid
              and c.connamespace = current_schema()::regnamespace""")
        .map((row, context) -> List.of(row.getString("referring"), row.getString("referred")))
        .forEach(
            pair ->
                needs
                    .computeIfAbsent(pair.get(0), table -> new LinkedHashSet<>())
                    .add(pair.get(1)));
    return needs;
  }

  /** The first table in which there is something; empty when there is nothing in any. */
  List<String> filled() {
    List<String> filled = new ArrayList<>();
    for (String table : columns().keySet()) {
      if (handle
          .createQuery("select exists (select 1 from " + Copies.quoted(table) + ")")
          .mapTo(Boolean.class)
          .one()) {
        filled.add(table);
      }
    }
    return filled;
  }
}
