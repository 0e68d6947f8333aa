package io.serai.order;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What SKUs that may stand for others are called, as channels have sold them: a customer is offered
 * a thing by its name. A SKU that was never sold is called by its SKU.
 */
public final class TitleStore {
  private final Set<String> kept;

  /**
   * The titles of some SKUs.
   *
   * @param kept the SKUs whose titles are kept; others are not of interest
   */
  public TitleStore(Set<String> kept) {
    this.kept = kept;
  }

  /** Notes what the SKUs of these lines are called now. */
  public void note(Handle handle, Collection<IncomingOrder.Line> lines) {
    // In the order of the SKUs, so that two transactions do not wait for each other.
    Map<String, String> titles = new TreeMap<>();
    lines.stream()
        .filter(line -> kept.contains(line.sku()) && !line.title().isEmpty())
        .forEach(line -> titles.put(line.sku(), line.title()));
    titles.values().removeAll(of(handle, titles.keySet()).values());
    if (titles.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into sku_title (sku, title) values (:sku, :title)
            on conflict (sku) do update set title = excluded.title""");
    titles.forEach((sku, title) -> batch.bind("sku", sku).bind("title", title).add());
    batch.execute();
  }

  /** The titles of those of these SKUs that have one. */
  public Map<String, String> of(Handle handle, Collection<String> skus) {
    Map<String, String> titles = new HashMap<>();
    if (!skus.isEmpty()) {
      handle
          .createQuery("select sku, title from sku_title where sku = any(:skus)")
          .bind("skus", skus.toArray(String[]::new))
          .map((row, context) -> titles.put(row.getString("sku"), row.getString("title")))
          .list();
    }
    return titles;
  }
}
