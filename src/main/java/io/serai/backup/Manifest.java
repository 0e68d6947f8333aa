package io.serai.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is in a backup.
 *
 * @param madeAt as of when the tables are
 * @param schemaVersion the migration up to which the tables are made
 * @param tables in an order in which each comes after those that it refers to
 */
record Manifest(Instant madeAt, int schemaVersion, List<Table> tables, List<Sequence> sequences) {
  /** The entry of a backup that holds it. */
  static final String ENTRY = "manifest.json";

  /**
   * One table, as PostgreSQL's COPY writes it as text.
   *
   * @param sha256 of the bytes of its entry, in hexadecimal
   */
  record Table(String name, List<String> columns, long rows, long bytes, String sha256) {
    String entry() {
      return "tables/" + name + ".copy";
    }
  }

  /** The number that a sequence has given out last. */
  record Sequence(String name, long last) {}

  long bytes() {
    return tables.stream().mapToLong(Table::bytes).sum();
  }

  String json() {
    ObjectNode json =
        Json.object()
            .put("format", 1)
            .put("madeAt", madeAt.toString())
            .put("schemaVersion", schemaVersion);
    ArrayNode each = json.putArray("tables");
    for (Table table : tables) {
      ObjectNode described = each.addObject().put("name", table.name());
      table.columns().forEach(described.putArray("columns")::add);
      described.put("rows", table.rows()).put("bytes", table.bytes()).put("sha256", table.sha256());
    }
    ArrayNode numbers = json.putArray("sequences");
    sequences.forEach(
        sequence -> numbers.addObject().put("name", sequence.name()).put("last", sequence.last()));
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Manifest read(byte[] content) {
    var json = Json.read(ENTRY, content);
    List<Table> tables = new ArrayList<>();
    for (var table : json.path("tables")) {
      List<String> columns = new ArrayList<>();
      table.path("columns").forEach(column -> columns.add(column.asText()));
      tables.add(
          new Table(
              table.path("name").asText(),
              columns,
              table.path("rows").asLong(),
              table.path("bytes").asLong(),
              table.path("sha256").asText()));
    }
    List<Sequence> sequences = new ArrayList<>();
    json.path("sequences")
        .forEach(
            sequence ->
                sequences.add(
                    new Sequence(sequence.path("name").asText(), sequence.path("last").asLong())));
    return new Manifest(
        Instant.parse(json.path("madeAt").asText()),
        json.path("schemaVersion").asInt(),
        tables,
        sequences);
  }
}
