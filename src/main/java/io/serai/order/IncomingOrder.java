package io.serai.order;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An order as a channel's connector hands it over, in canonical form (schema/order.schema.json).
 *
 * @param number what the customer and the channel's pages call it; unique within the channel
 * @param externalId what the channel's API calls it
 * @param revision changes whenever the channel changes the order
 * @param updatedAt when the channel changed it last; of two revisions the later one holds
 * @param currency ISO 4217
 * @param cancelled whether the channel has cancelled it whole
 * @param hold why the channel has put it on hold, if it has
 * @param linesWhole whether a line that is not among the lines is no longer wanted
 */
public record IncomingOrder(
    String channel,
    String number,
    String externalId,
    String revision,
    Instant placedAt,
    Optional<Instant> updatedAt,
    String currency,
    boolean cancelled,
    Optional<String> hold,
    Customer customer,
    Address shipTo,
    boolean linesWhole,
    List<Line> lines) {

  /** Takes the revision for the time of the change where it is one, as at most channels. */
  public IncomingOrder {
    updatedAt = updatedAt.or(() -> time(revision));
  }

  /** An order that is not on hold, of which the channel says neither time nor missing lines. */
  public IncomingOrder(
      String channel,
      String number,
      String externalId,
      String revision,
      Instant placedAt,
      String currency,
      boolean cancelled,
      Customer customer,
      Address shipTo,
      List<Line> lines) {
    this(
        channel,
        number,
        externalId,
        revision,
        placedAt,
        Optional.empty(),
        currency,
        cancelled,
        Optional.empty(),
        customer,
        shipTo,
        false,
        lines);
  }

  private static Optional<Instant> time(String revision) {
    // One without its zone is compared with others of its channel, which have none either.
    String zoned = revision.matches(".*T[0-9:.]+") ? revision + "Z" : revision;
    try {
      return Optional.of(OffsetDateTime.parse(zoned).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** Its lines of which units are still to be sent. */
  public List<Line> wantedLines() {
    return lines.stream().filter(line -> line.wanted() > 0).toList();
  }

  /** The later of two revisions of one order; this one came first. */
  public IncomingOrder orLater(IncomingOrder other) {
    return other.isOlderThan(updatedAt) ? this : other;
  }

  /** Whether it is from before a change at this time, as far as the channel tells. */
  public boolean isOlderThan(Optional<Instant> change) {
    return updatedAt.isPresent() && change.isPresent() && updatedAt.get().isBefore(change.get());
  }

  /**
   * One SKU and a quantity.
   *
   * @param line its number within the order
   * @param externalId what the channel's API calls the line
   * @param quantity the units that were ordered, whatever became of them
   * @param cancelled those of them that will not be sent, whoever cancelled them
   * @param shipped those of them that have been sent, by whomever
   * @param unitPrice in the order's currency
   */
  public record Line(
      String line,
      String externalId,
      String sku,
      String title,
      int quantity,
      int cancelled,
      int shipped,
      BigDecimal unitPrice) {

    /** A line of which nothing is cancelled or sent. */
    public Line(
        String line,
        String externalId,
        String sku,
        String title,
        int quantity,
        BigDecimal unitPrice) {
      this(line, externalId, sku, title, quantity, 0, 0, unitPrice);
    }

    /** The units that are still to be sent. */
    public int wanted() {
      return Math.max(0, quantity - cancelled - shipped);
    }
  }
}
