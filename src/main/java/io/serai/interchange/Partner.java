package io.serai.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.edi.CodeBook;
import io.serai.edi.Delimiters;
import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.Standard;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A supplier that speaks X12 or EDIFACT, and what has been agreed with it.
 *
 * @param skuOf the SKU that its own code names
 * @param product the kind of product id that our documents use
 * @param fileNames of what we write, with {@code *} for a number: {@code purchaseOrder}, {@code
 *     cancellation}, {@code functionalAcknowledgment}
 * @param takesCancellations whether it reads 860 or ORDCHG
 * @param acknowledges whether we acknowledge what comes
 * @param acknowledgedWithin how long it may take to acknowledge what we send; empty: it does not
 * @param tellsOfGaps whether a control number that is passed over raises an alert
 */
public record Partner(
    PartnerAgreement agreement,
    Function<String, String> skuOf,
    String product,
    Map<String, String> fileNames,
    boolean takesCancellations,
    boolean acknowledges,
    Optional<Duration> acknowledgedWithin,
    Repeats repeats,
    boolean tellsOfGaps) {

  /**
   * The partner that an account's settings describe, which have been checked and have their
   * defaults.
   *
   * @param format {@code x12} or {@code edifact}
   */
  public static Partner of(String format, JsonNode settings, Function<String, String> skuOf) {
    JsonNode functional = settings.path("functionalAcknowledgments");
    int minutes = functional.path("expectWithinMinutes").asInt(120);
    return new Partner(
        agreement(Standard.valueOf(format.toUpperCase(Locale.ROOT)), settings, minutes > 0),
        skuOf,
        settings.path("product").asText("vendor"),
        Map.of(
            "purchaseOrder", name(settings, "purchaseOrder", "PO-*.edi"),
            "cancellation", name(settings, "cancellation", "POC-*.edi"),
            "functionalAcknowledgment", name(settings, "functionalAcknowledgment", "FA-*.edi")),
        settings.path("cancellations").asBoolean(true),
        functional.path("send").asBoolean(true),
        minutes > 0 ? Optional.of(Duration.ofMinutes(minutes)) : Optional.empty(),
        Repeats.valueOf(
            settings.path("repeatedControlNumbers").asText("quarantine").toUpperCase(Locale.ROOT)),
        settings.path("gaps").asText("alert").equals("alert"));
  }

  /** The name of a file that we write. */
  String fileName(String kind, long number) {
    return fileNames.get(kind).replace("*", Long.toString(number));
  }

  private static PartnerAgreement agreement(Standard standard, JsonNode settings, boolean wanted) {
    boolean x12 = standard == Standard.X12;
    return new PartnerAgreement(
        standard,
        mailbox(settings.path("own")),
        mailbox(settings.path("partner")),
        settings.path("groupOwn").asText(),
        settings.path("groupPartner").asText(),
        settings.path("version").asText(x12 ? "004010" : "D96A"),
        x12 ? "" : settings.path("syntax").asText("UNOC:3"),
        delimiters(x12 ? Delimiters.X12 : Delimiters.EDIFACT, settings.path("delimiters")),
        Charset.forName(settings.path("charset").asText(x12 ? "US-ASCII" : "ISO-8859-1")),
        settings.path("replacement").asText(" ").charAt(0),
        settings.path("test").asBoolean(false),
        CodeBook.USUAL.with(codes(settings.path("codes"))),
        products(settings.path("acceptedProducts")),
        ZoneId.of(settings.path("timeZone").asText("UTC")),
        settings.path("mostLines").asInt(10_000),
        !x12 && wanted);
  }

  private static Mailbox mailbox(JsonNode address) {
    return new Mailbox(address.path("id").asText(), address.path("qualifier").asText());
  }

  private static Delimiters delimiters(Delimiters usual, JsonNode said) {
    return new Delimiters(
        one(said, "segment", usual.segment()),
        one(said, "element", usual.element()),
        one(said, "component", usual.component()),
        one(said, "repetition", usual.repetition()),
        one(said, "release", usual.release()),
        one(said, "decimal", usual.decimal()));
  }

  private static char one(JsonNode said, String name, char usual) {
    return said.has(name) ? said.get(name).asText().charAt(0) : usual;
  }

  private static Map<String, Map<String, String>> codes(JsonNode tables) {
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    tables
        .properties()
        .forEach(
            table -> {
              Map<String, String> meanings = new LinkedHashMap<>();
              table
                  .getValue()
                  .properties()
                  .forEach(code -> meanings.put(code.getKey(), code.getValue().asText()));
              codes.put(table.getKey(), meanings);
            });
    return codes;
  }

  private static List<String> products(JsonNode accepted) {
    List<String> kinds = new ArrayList<>();
    accepted.forEach(kind -> kinds.add(kind.asText()));
    return kinds.isEmpty() ? PartnerAgreement.USUAL_PRODUCTS : List.copyOf(kinds);
  }

  private static String name(JsonNode settings, String kind, String usual) {
    return settings.path("fileNames").path(kind).asText(usual);
  }
}
