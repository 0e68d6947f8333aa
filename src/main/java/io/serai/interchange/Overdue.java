package io.serai.interchange;

import io.serai.alert.Alert;
import io.serai.exchange.Books;
import io.serai.interchange.SentStore.Unanswered;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Tells of interchanges that have not been acknowledged in time, and of control numbers that were
 * passed over and have not come. Neither is said of a supplier before its folder was looked into
 * and held nothing more, and all that came was read.
 */
public final class Overdue {
  private final Clock clock;
  private final Books books;
  private final SentStore sent;
  private final Map<String, Partner> partners;

  public Overdue(Clock clock, Books books, SentStore sent, Map<String, Partner> partners) {
    this.clock = clock;
    this.books = books;
    this.sent = sent;
    this.partners = partners;
  }

  /** Raises an alert for each, once. */
  public void tell(Handle handle) {
    Set<String> unread = books.documents().accountsWaiting(handle, "interchange-file");
    List<Alert> alerts = new ArrayList<>();
    sent.takeUnanswered(handle, unread).forEach(each -> alerts.add(unanswered(each)));
    Set<String> counted = new HashSet<>(partners.keySet());
    counted.removeAll(unread);
    counted.removeIf(supplier -> !partners.get(supplier).tellsOfGaps());
    for (String supplier : counted) {
      List<Long> missing = takeMissing(handle, supplier);
      if (!missing.isEmpty()) {
        alerts.add(missing(supplier, missing));
      }
    }
    books.alerts().raise(handle, alerts);
  }

  private List<Long> takeMissing(Handle handle, String supplier) {
    return handle
        .createQuery(
            """
            with told as (
              update missing_interchange m set told_at = :now from supplier_look l
              where l.supplier = m.supplier and m.supplier = :supplier
                and m.told_at is null and m.noticed_at <= l.at
              returning m.control)
            select control from told order by control""")
        .bind("now", clock.instant())
        .bind("supplier", supplier)
        .mapTo(Long.class)
        .list();
  }

  private static Alert unanswered(Unanswered each) {
    String orders =
        each.purchaseOrders().isEmpty()
            ? ""
            : ", purchase orders " + String.join(", ", new TreeSet<>(each.purchaseOrders()));
    return new Alert(
        "unacknowledged",
        "unacknowledged:" + each.id(),
        Optional.empty(),
        each.supplier()
            + " has not acknowledged "
            + each.type()
            + " of interchange "
            + each.control()
            + orders
            + " in time. Ask it whether it has read the file; put it into its folder again if not.");
  }

  private static Alert missing(String supplier, List<Long> numbers) {
    return new Alert(
        "interchange-missing",
        "interchange-missing:"
            + supplier
            + ":"
            + numbers.get(0)
            + "-"
            + numbers.get(numbers.size() - 1),
        Optional.empty(),
        "Of "
            + supplier
            + " these interchanges have not come, though later ones have: "
            + ranges(numbers)
            + ". Ask it to send them again; if it never wrote them, nothing is to be done.");
  }

  /** As people write them: {@code 101, 103 to 105}. */
  static String ranges(List<Long> numbers) {
    StringBuilder text = new StringBuilder();
    for (int from = 0; from < numbers.size(); ) {
      int to = from;
      while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
        to++;
      }
      text.append(text.isEmpty() ? "" : ", ").append(numbers.get(from));
      if (to > from) {
        text.append(to == from + 1 ? ", " : " to ").append(numbers.get(to));
      }
      from = to + 1;
    }
    return text.toString();
  }
}
