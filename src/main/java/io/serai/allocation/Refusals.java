package io.serai.allocation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which suppliers have refused which order lines; they are not asked again. */
public final class Refusals {

  /** Notes that a supplier has refused units of a line. */
  public void note(Handle handle, long orderLineId, String supplier) {
    handle
        .createUpdate(
            "insert into refusal (order_line_id, supplier) values (:line, :supplier) on conflict do nothing")
        .bind("line", orderLineId)
        .bind("supplier", supplier)
        .execute();
  }

  /** The suppliers that have refused each of these lines. */
  public Map<Long, Set<String>> of(Handle handle, Collection<Long> orderLines) {
    Map<Long, Set<String>> refused = new HashMap<>();
    handle
        .createQuery(
            "select order_line_id, supplier from refusal where order_line_id = any(:lines)")
        .bind("lines", orderLines.toArray(Long[]::new))
        .map((row, context) -> Map.entry(row.getLong("order_line_id"), row.getString("supplier")))
        .forEach(
            entry ->
                refused
                    .computeIfAbsent(entry.getKey(), line -> new HashSet<>())
                    .add(entry.getValue()));
    return refused;
  }
}
