package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.TestDatabase;
import io.serai.backup.Aftermath;
import io.serai.backup.Backup;
import io.serai.backup.BackupFault;
import io.serai.backup.Restore;
import io.serai.balance.Balance;
import io.serai.database.Database;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole hub in one file, and back. */
class BackupTest {
  @TempDir private static Path folder;
  private static Scene scene;
  private static Path file;
  private static Map<String, List<String>> before;

  @BeforeAll
  static void aHubInTheMidstOfItsWork() throws IOException {
    scene = Scene.usual();
    scene
        .stock("north", "TEA,9", "MUG,0,,,2026-12-01,10")
        .stock("south", "POT,4")
        .order("1001", "TEA,3", "MUG,2")
        .order("1002", "POT,1", "TEA,1")
        .order("1003", "MUG,5");
    scene.sendPurchaseOrders();
    scene.notice(
        "north", scene.purchaseOrder("1001") + ",1,TEA,2,UPSN,1Z999,2026-11-23T09:00:00Z,NTH-1");
    scene.rawFile("north", "ACK-bad.csv", "po_number,line\nä\t\\N,\"x\ny\"\n");
    scene.order("1004", "TEA,1");
    scene.database.useTransaction(
        handle -> {
          handle.execute(
              "insert into control_number (supplier, what, next) values ('north', 'set', 999999500)");
          handle.execute(
              "insert into login_failure (at, name, address) values (now(), 'x', '1.2.3.4')");
        });
    file = folder.resolve("backup.zip");
    Path settings = Files.writeString(folder.resolve("serai.yaml"), "hub: {name: it}\n");
    new Backup(scene.database, scene.clock)
        .write(file, Map.of("serai.yaml", settings), bytes -> {});
    before = contents(scene.database);
  }

  @AfterAll
  static void end() {
    scene.close();
  }

  @Test
  void aHubThatIsMovedHasEveryRowItHadAndGoesOn() {
    String url = TestDatabase.freshUrl();

    fill(file, url, Aftermath.MOVED);

    try (Database restored = Database.open(url, "postgres", "", 2)) {
      Map<String, List<String>> after = contents(restored);
      assertThat(before.get("document")).hasSizeGreaterThan(5);
      for (String table : before.keySet()) {
        if (!List.of("stock_change", "login_failure", "poll", "delivery").contains(table)) {
          assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
        }
      }
      assertThat(after.get("login_failure")).isEmpty();
      assertThat(after.get("delivery")).hasSameSizeAs(before.get("delivery"));
      assertThat(restored.inTransaction(Balance::check)).isEmpty();
      assertThat(count(restored, "delivery where state = 'quarantined'"))
          .isEqualTo(count(scene.database, "delivery where state = 'quarantined'"));
      assertThat(next(restored)).isEqualTo(next(scene.database));
    }
  }

  @Test
  void theRestoredHubTakesInOrdersAndKeepsTheBalance() {
    String url = TestDatabase.freshUrl();
    fill(file, url, Aftermath.WENT_ON);

    try (Scene again = scene.movedTo(Database.open(url, "postgres", "", 5))) {
      again.order("2001", "TEA,2").release();
      assertThat(again.places("2001")).isNotEmpty();
      assertThat(again.broken()).isEmpty();
    }
  }

  @Test
  void whatWasOwedWaitsForAPersonAndNoNumberStandsForTwoThings() {
    String url = TestDatabase.freshUrl();

    fill(file, url, Aftermath.WENT_ON);

    try (Database restored = Database.open(url, "postgres", "", 2)) {
      assertThat(count(scene.database, "delivery where state = 'owed'")).isPositive();
      assertThat(count(restored, "delivery where state in ('owed', 'sending')")).isZero();
      assertThat(
              count(restored, "delivery where state = 'quarantined' and fault like '%backup of%'"))
          .isPositive();
      assertThat(next(restored)).isGreaterThan(next(scene.database) + 90_000);
      assertThat(count(restored, "control_number where next = 501")).isOne();
      assertThat(count(restored, "stock_change")).isZero();
    }
  }

  @Test
  void nothingIsRestoredOverWhatIsThere() {
    String url = TestDatabase.freshUrl();
    fill(file, url, Aftermath.MOVED);

    assertThatThrownBy(() -> fill(file, url, Aftermath.MOVED))
        .isInstanceOf(BackupFault.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void aDamagedBackupRestoresNothing() throws IOException {
    Path damaged = Files.copy(file, folder.resolve("damaged.zip"));
    try (RandomAccessFile bytes = new RandomAccessFile(damaged.toFile(), "rw")) {
      bytes.seek(200);
      bytes.write(new byte[400]);
    }
    String url = TestDatabase.freshUrl();

    assertThatThrownBy(() -> fill(damaged, url, Aftermath.MOVED))
        .isInstanceOf(RuntimeException.class);

    try (Database left = Database.open(url, "postgres", "", 2)) {
      assertThat(count(left, "customer_order") + count(left, "document")).isZero();
    }
  }

  @Test
  void onlyTheOwnerMayReadABackup() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("backup.zip.part")).doesNotExist();
  }

  private static void fill(Path from, String url, Aftermath aftermath) {
    try (Restore restore = Restore.open(from)) {
      restore.fill(
          version -> Database.openAt(url, "postgres", "", 2, version), aftermath, bytes -> {});
    }
  }

  private static long next(Database database) {
    return database.inTransaction(
        handle -> handle.createQuery("select last_value from shipment_id").mapTo(Long.class).one());
  }

  private static int count(Database database, String from) {
    return database.inTransaction(
        handle -> handle.createQuery("select count(*) from " + from).mapTo(Integer.class).one());
  }

  private static Map<String, List<String>> contents(Database database) {
    return database.inTransaction(
        handle -> {
          Map<String, List<String>> all = new TreeMap<>();
          for (String table :
              handle
                  .createQuery(
                      "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")
                  .mapTo(String.class)
                  .list()) {
            List<String> rows = new ArrayList<>();
            handle
                .createQuery("select t::text from " + table + " t order by t::text")
                .mapTo(String.class)
                .forEach(rows::add);
            all.put(table, rows);
          }
          return all;
        });
  }
}
