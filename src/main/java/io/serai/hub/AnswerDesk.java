package io.serai.hub;

import io.serai.database.Database;
import io.serai.exchange.CancellationFormat;
import io.serai.exchange.CancellationRequests;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.Looks;
import io.serai.exchange.Unanswered;
import io.serai.recall.Recalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.ExchangeProperty;
import org.jdbi.v3.core.Handle;

/**
 * Bean {@code answers}: suppliers are asked not to ship what is no longer wanted, and what they do
 * not answer in time is taken back.
 */
public final class AnswerDesk {
  private final Database database;
  private final CancellationRequests requests;
  private final Looks looks;
  private final Unanswered unanswered;
  private final Recalls recalls;
  private final Map<String, DocumentFormat> formats;

  AnswerDesk(
      Database database,
      CancellationRequests requests,
      Looks looks,
      Unanswered unanswered,
      Recalls recalls,
      Map<String, DocumentFormat> formats) {
    this.database = database;
    this.requests = requests;
    this.looks = looks;
    this.unanswered = unanswered;
    this.recalls = recalls;
    this.formats = formats;
  }

  /** The suppliers that are to be asked not to ship something. */
  public List<String> due() {
    return database.inTransaction(requests::due).stream()
        .filter(supplier -> format(supplier).isPresent())
        .toList();
  }

  /** Writes what a supplier is not to ship any more into one file, which is owed from then on. */
  public void gather(@ExchangeProperty("supplier") String supplier) {
    CancellationFormat format = format(supplier).orElseThrow();
    untilDone(handle -> requests.gather(handle, supplier, format) > 0);
  }

  /** Notes that a supplier's folder holds nothing that the hub has not stored. */
  public void nothingMore(@ExchangeProperty("supplier") String supplier) {
    database.useTransaction(handle -> looks.nothingMore(handle, supplier));
  }

  /** Takes back what suppliers have not answered in time. */
  public void takeBackUnanswered() {
    untilDone(unanswered::takeBackNext);
  }

  /** Warns of requests not to ship that nobody has answered in time. */
  public void warnOfUnanswered() {
    untilDone(recalls::warnOfUnanswered);
  }

  private Optional<CancellationFormat> format(String supplier) {
    return Optional.ofNullable(formats.get(supplier)).flatMap(DocumentFormat::cancellations);
  }

  private void untilDone(Function<Handle, Boolean> step) {
    boolean more;
    do {
      more = database.inTransaction(step);
    } while (more);
  }
}
