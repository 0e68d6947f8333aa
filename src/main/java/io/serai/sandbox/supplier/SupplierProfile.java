package io.serai.sandbox.supplier;

import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.Standard;
import io.serai.sandbox.paper.CsvPaper;
import io.serai.sandbox.paper.EdiPaper;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All that somebody who deals with a supplier has to know of it.
 *
 * @param user of its server; its home holds {@code orders/} and {@code out/}
 * @param format of its files
 * @param mailbox its address in interchanges
 * @param skuPrefix stands before the shop's SKU in every file, in both directions; may be empty
 * @param separator between the columns of its files
 * @param decimalMark in its amounts
 * @param charset of its files, in both directions
 * @param dateFormat of {@code restock_date}, as of {@link java.time.format.DateTimeFormatter}
 * @param leadDays from the order to the parcel
 * @param handlingFee for each purchase order, in the currency of the orders
 * @param rank the merchant's own liking; 1 is liked best
 * @param countries that it ships to; empty means all
 */
public record SupplierProfile(
    String id,
    String name,
    String user,
    String password,
    Format format,
    String mailbox,
    String skuPrefix,
    char separator,
    char decimalMark,
    Charset charset,
    String dateFormat,
    int leadDays,
    BigDecimal handlingFee,
    int rank,
    List<String> countries) {

  /** The hub's address in interchanges. */
  public static final String SHOP = "CARAVAN";

  private static final String ISO = "yyyy-MM-dd";

  /** Copies the countries, so that the profile cannot change. */
  public SupplierProfile {
    countries = List.copyOf(countries);
  }

  /** How it writes CSV, where it writes that. */
  CsvPaper.Dialect dialect() {
    return new CsvPaper.Dialect(separator, decimalMark, charset, dateFormat);
  }

  /** What kind of addresses those in interchanges are: agreed between the two. */
  public String qualifier() {
    return format == Format.X12 ? "ZZ" : "ZZZ";
  }

  /** How it exchanges interchanges, where it does. */
  EdiPaper.Terms terms(String currency, boolean mistakes) {
    return new EdiPaper.Terms(
        id,
        format == Format.X12 ? Standard.X12 : Standard.EDIFACT,
        new Mailbox(mailbox, qualifier()),
        new Mailbox(SHOP, qualifier()),
        currency,
        mistakes);
  }

  /** The supplier's own code of a SKU of the shop. */
  public String code(String sku) {
    return skuPrefix + sku;
  }

  /**
   * The four suppliers of the sandbox.
   *
   * @param formats of their files, in the same order
   * @param nearby the countries that the one with the longest way still ships to
   */
  static List<SupplierProfile> four(List<Format> formats, List<String> nearby) {
    return List.of(
        new SupplierProfile(
            "north",
            "Nordlicht Großhandel",
            "north",
            "north-secret",
            formats.get(0),
            "NORDLICHT",
            "N-",
            ';',
            ',',
            StandardCharsets.ISO_8859_1,
            "dd.MM.yyyy",
            1,
            new BigDecimal("3.50"),
            1,
            List.of()),
        plain(
            "south", "Southern Dropship Co", formats.get(1), "SOUTHDROP", 2, "2.00", 2, List.of()),
        plain("east", "Eastgate Trading", formats.get(2), "EASTGATE", 3, "1.50", 3, List.of()),
        plain("west", "Westmark & Sons", formats.get(3), "WESTMARK", 4, "0.75", 4, nearby));
  }

  private static SupplierProfile plain(
      String id,
      String name,
      Format format,
      String mailbox,
      int leadDays,
      String fee,
      int rank,
      List<String> countries) {
    return new SupplierProfile(
        id,
        name,
        id,
        id + "-secret",
        format,
        mailbox,
        "",
        ',',
        '.',
        StandardCharsets.UTF_8,
        ISO,
        leadDays,
        new BigDecimal(fee),
        rank,
        countries);
  }
}
