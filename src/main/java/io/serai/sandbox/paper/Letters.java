package io.serai.sandbox.paper;

import io.serai.edi.EdiWriter;
import io.serai.edi.Envelope;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.Standard;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.StockAdvice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes interchanges, under control numbers of the supplier's own. */
final class Letters {
  // Interchanges and groups are counted apart, as by programs that send to many.
  private static final long FIRST_CONTROL = 101;
  private static final long FIRST_GROUP = 7001;

  private final PartnerAgreement agreement;
  private final EdiWriter writer;
  private final Clock clock;
  private long control = FIRST_CONTROL;
  private long group = FIRST_GROUP;

  Letters(PartnerAgreement agreement, Clock clock) {
    this.agreement = agreement;
    this.writer = new EdiWriter(agreement);
    this.clock = clock;
  }

  /**
   * An interchange with documents of one kind.
   *
   * @param spoilt the number of the set whose trailer shall count wrongly; 0: none
   */
  Letter of(List<? extends EdiDocument> documents, int spoilt) {
    Envelope envelope = envelope();
    byte[] good = writer.write(envelope, documents);
    return new Letter(
        envelope.interchange(),
        envelope.group(),
        documents,
        spoilt,
        spoilt == 0 ? good : spoil(good, spoilt));
  }

  /** An interchange with a stock advice. */
  Letter of(List<News.Stock> stock, String number, String currency) {
    Envelope envelope = envelope();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StockAdvice advice =
        new StockAdvice(number, "original", today(), currency, List.of(), List.of());
    writer.writeStock(envelope, advice, StockItems.of(stock), bytes);
    return new Letter(envelope.interchange(), envelope.group(), List.of(), 0, bytes.toByteArray());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Envelope envelope() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new Envelope(control++, group++, 1, now);
  }

  private byte[] spoil(byte[] good, int set) {
    String text = new String(good, StandardCharsets.ISO_8859_1);
    String trailer =
        agreement.standard() == Standard.X12
            ? "(SE\\*)(\\d+)(\\*%04d~)".formatted(set)
            : "(UNT\\+)(\\d+)(\\+%d')".formatted(set);
    Matcher matcher = Pattern.compile(trailer).matcher(text);
    String bad =
        matcher.replaceFirst(
            found -> found.group(1) + (Integer.parseInt(found.group(2)) + 1) + found.group(3));
    return bad.getBytes(StandardCharsets.ISO_8859_1);
  }
}
