package io.serai.hub;

import io.serai.database.Database;
import io.serai.document.Document;
import io.serai.interchange.Opening;
import io.serai.interchange.Overdue;
import io.serai.interchange.Partner;
import java.util.Map;

/** Bean {@code interchanges}: files of X12 and EDIFACT are opened, and what is missing is told. */
public final class InterchangeDesk {
  private final Database database;
  private final Opening opening;
  private final Overdue overdue;
  private final Map<String, Partner> partners;

  InterchangeDesk(
      Database database, Opening opening, Overdue overdue, Map<String, Partner> partners) {
    this.database = database;
    this.opening = opening;
    this.overdue = overdue;
    this.partners = partners;
  }

  /** Makes documents of the sets in a file, and acknowledges it. */
  public void open(Document file) {
    Partner partner = partners.get(file.account());
    database.useTransaction(handle -> opening.open(handle, file, partner));
  }

  /** Tells of interchanges that were not acknowledged in time, and of those that have not come. */
  public void tellOfMissing() {
    database.useTransaction(overdue::tell);
  }
}
