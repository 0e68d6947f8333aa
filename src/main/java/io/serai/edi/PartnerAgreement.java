package io.serai.edi;

import io.serai.edi.Interchange.Mailbox;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What has been agreed with one partner.
 *
 * @param own our address; GS02 is its id too, unless {@code groupOwn} names another
 * @param groupOwn GS02; empty: as in {@code own}
 * @param groupPartner GS03; empty: as in {@code partner}
 * @param version of what we write: {@code 004010}, {@code 005010}, {@code D96A}, {@code D01B}
 * @param syntax UNB01, such as {@code UNOC:3}; of no use in X12
 * @param replacement what stands for a delimiter in data, in X12, which has no release character
 * @param test whether what we write says that it is a test; what comes must say the same
 * @param codes with the partner's additions
 * @param products the kinds of product ids that may name a line's product, the best first
 * @param zone of times that name none
 * @param mostLines of one document that we write
 * @param acknowledgmentWanted whether we ask for an acknowledgment of the envelope
 */
public record PartnerAgreement(
    Standard standard,
    Mailbox own,
    Mailbox partner,
    String groupOwn,
    String groupPartner,
    String version,
    String syntax,
    Delimiters delimiters,
    Charset charset,
    char replacement,
    boolean test,
    CodeBook codes,
    List<String> products,
    ZoneId zone,
    int mostLines,
    boolean acknowledgmentWanted) {
  /** The kinds of product ids that are looked for where nothing else is agreed. */
  public static final List<String> USUAL_PRODUCTS =
      List.of("vendor", "sku", "upc", "ean", "gtin", "buyer", "manufacturer");

  /** X12 004010 as most write it. */
  public static PartnerAgreement x12(Mailbox own, Mailbox partner) {
    return new PartnerAgreement(
        Standard.X12,
        own,
        partner,
        "",
        "",
        "004010",
        "",
        Delimiters.X12,
        StandardCharsets.US_ASCII,
        ' ',
        false,
        CodeBook.USUAL,
        USUAL_PRODUCTS,
        ZoneOffset.UTC,
        10_000,
        false);
  }

  /** EDIFACT D.96A in Latin-1. */
  public static PartnerAgreement edifact(Mailbox own, Mailbox partner) {
    return new PartnerAgreement(
        Standard.EDIFACT,
        own,
        partner,
        "",
        "",
        "D96A",
        "UNOC:3",
        Delimiters.EDIFACT,
        StandardCharsets.ISO_8859_1,
        ' ',
        false,
        CodeBook.USUAL,
        USUAL_PRODUCTS,
        ZoneOffset.UTC,
        10_000,
        false);
  }

  /** The terms by which what this partner sends is read. */
  public ReadingTerms reading() {
    return new ReadingTerms(codes, zone, ReadingTerms.USUAL.mostLines());
  }

  /** What is wrong with an interchange that says to come from this partner, if anything is. */
  public Optional<EdiFault> objection(Interchange interchange) {
    if (!interchange.sender().equals(partner)) {
      return objection(
          interchange,
          "it comes from " + shown(interchange.sender()) + ", not from " + shown(partner),
          "check which partner's folder it belongs in");
    }
    if (!interchange.receiver().equals(own)) {
      return objection(
          interchange,
          "it is for " + shown(interchange.receiver()) + ", and we are " + shown(own),
          "ask the sender whom it is for");
    }
    if (interchange.test() != test) {
      return objection(
          interchange,
          interchange.test()
              ? "it is a test, and this partner is in production"
              : "it is no test, and this partner is in test",
          "ask the sender, or change test in its agreement");
    }
    return Optional.empty();
  }

  private static Optional<EdiFault> objection(Interchange interchange, String reason, String cure) {
    EdiFault.Place place = new EdiFault.Place(interchange.control(), "", "", 0, "", 0, 0);
    return Optional.of(
        new EdiFault(EdiFault.Unit.INTERCHANGE, FaultKind.HEADER, place, reason, cure));
  }

  private static String shown(Mailbox mailbox) {
    return mailbox.qualifier() + ":" + mailbox.id();
  }
}
