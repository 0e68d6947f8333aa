package io.serai.health;

import io.serai.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the database answers, and has the tables of this version or a newer one. An answer that
 * takes longer than the limit is none; while one is waited for, no other question is asked, so that
 * a database that hangs is not asked ever more.
 */
public final class DatabaseHealth {
  private final Database database;
  private final Duration limit;
  private final int expected;
  private final AtomicReference<CompletableFuture<Integer>> asked = new AtomicReference<>();

  /**
   * The health of a database that is migrated.
   *
   * @param limit how long it may take to answer
   */
  public DatabaseHealth(Database database, Duration limit) {
    this.database = database;
    this.limit = limit;
    this.expected = database.schemaVersion();
  }

  /** Looks now. */
  public List<Check> checks() {
    int version = version();
    return List.of(
        new Check("database", version > 0), new Check("migrations", version >= expected));
  }

  private int version() {
    CompletableFuture<Integer> answer =
        asked.updateAndGet(
            before ->
                before != null && !before.isDone()
                    ? before
                    : CompletableFuture.supplyAsync(database::schemaVersion));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      return 0;
    }
  }
}
