package io.serai.edi;

import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.InterchangeReceipt;
import io.serai.edi.document.PurchaseOrder;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import io.serai.edi.stream.SetSchemas;
import io.serai.edi.write.EdifactSets;
import io.serai.edi.write.SegmentWriter;
import io.serai.edi.write.X12Sets;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Writes interchanges by the agreement with one partner. Every segment is checked by its schema as
 * it is written.
 */
public final class EdiWriter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("uuMMdd");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");

  private final PartnerAgreement agreement;

  /** Writes for this partner. */
  public EdiWriter(PartnerAgreement agreement) {
    this.agreement = agreement;
  }

  /** The kind of set that a document is written as; a stock advice is written by its items. */
  public static DocumentKind kindOf(EdiDocument document) {
    return switch (document.kind()) {
      case "purchaseOrder" -> DocumentKind.PURCHASE_ORDER;
      case "acknowledgment" -> DocumentKind.ACKNOWLEDGMENT;
      case "shipNotice" -> DocumentKind.SHIP_NOTICE;
      case "stockAdvice" -> DocumentKind.STOCK_ADVICE;
      case "invoice" -> DocumentKind.INVOICE;
      case "orderChange" -> DocumentKind.ORDER_CHANGE;
      case "orderChangeAnswer" -> DocumentKind.ORDER_CHANGE_ANSWER;
      case "orderStatus" -> DocumentKind.ORDER_STATUS;
      case "functionalAcknowledgment" -> DocumentKind.FUNCTIONAL_ACKNOWLEDGMENT;
      default ->
          throw new IllegalArgumentException(document.kind() + " is written outside of a set");
    };
  }

  /**
   * Documents of one kind as one interchange.
   *
   * @throws IllegalArgumentException when they are of several kinds, when the standard has none of
   *     this kind, or when a value does not fit its element; the message names the segment
   */
  public byte[] write(Envelope envelope, List<? extends EdiDocument> documents) {
    DocumentKind kind = kindOf(documents.get(0));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SegmentWriter out = begin(envelope, kind, bytes);
    long set = envelope.firstSet();
    for (EdiDocument document : documents) {
      if (kindOf(document) != kind) {
        throw new IllegalArgumentException(
            "one interchange holds " + kind + ", not " + document.kind() + " too");
      }
      int lines = lines(document);
      if (lines > agreement.mostLines()) {
        throw new IllegalArgumentException(
            document.kind()
                + " has "
                + lines
                + " lines, and "
                + agreement.mostLines()
                + " are agreed");
      }
      set(out, kind, set++, () -> body(out, document));
    }
    end(out, envelope, kind, documents.size());
    return bytes.toByteArray();
  }

  /** A stock advice, item by item, in memory that does not grow with them. */
  public void writeStock(
      Envelope envelope, StockAdvice advice, Iterator<StockItem> items, OutputStream to) {
    SegmentWriter out = begin(envelope, DocumentKind.STOCK_ADVICE, to);
    set(
        out,
        DocumentKind.STOCK_ADVICE,
        envelope.firstSet(),
        () -> {
          if (isX12()) {
            new X12Sets(out).stock(advice, items);
          } else {
            new EdifactSets(out).stock(advice, items);
          }
        });
    end(out, envelope, DocumentKind.STOCK_ADVICE, 1);
  }

  /**
   * A TA1 alone in its interchange, which holds no group.
   *
   * @param envelope of which only the number of the interchange is of use
   */
  public byte[] writeReceipt(Envelope envelope, InterchangeReceipt receipt) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SegmentWriter out = new SegmentWriter(agreement, bytes);
    isa(out, envelope);
    out.segment(
        "TA1", receipt.control(), receipt.date(), receipt.time(), receipt.code(), receipt.note());
    out.segment("IEA", "0", String.format("%09d", envelope.interchange()));
    out.end();
    return bytes.toByteArray();
  }

  private static int lines(EdiDocument document) {
    return document instanceof PurchaseOrder order ? order.lines().size() : 0;
  }

  private void body(SegmentWriter out, EdiDocument document) {
    if (isX12()) {
      new X12Sets(out).write(document);
    } else {
      new EdifactSets(out).write(document);
    }
  }

  private boolean isX12() {
    return agreement.standard() == Standard.X12;
  }

  private SegmentWriter begin(Envelope envelope, DocumentKind kind, OutputStream to) {
    if (kind.type(agreement.standard()).isEmpty()) {
      throw new IllegalArgumentException(agreement.standard() + " has no " + kind);
    }
    SegmentWriter out = new SegmentWriter(agreement, to);
    if (isX12()) {
      isa(out, envelope);
      gs(out, envelope, kind);
    } else {
      unb(out, envelope);
    }
    return out;
  }

  private void isa(SegmentWriter out, Envelope envelope) {
    LocalDateTime at = envelope.at();
    boolean old = agreement.version().compareTo("004020") < 0;
    out.fixed(
        "ISA",
        "00",
        " ".repeat(10),
        "00",
        " ".repeat(10),
        agreement.own().qualifier(),
        padded(agreement.own().id()),
        agreement.partner().qualifier(),
        padded(agreement.partner().id()),
        SHORT_DAY.format(at),
        MINUTE.format(at),
        old ? "U" : String.valueOf(agreement.delimiters().repetition()),
        old ? "00401" : "00501",
        String.format("%09d", envelope.interchange()),
        agreement.acknowledgmentWanted() ? "1" : "0",
        agreement.test() ? "T" : "P",
        String.valueOf(agreement.delimiters().component()));
  }

  private static String padded(String id) {
    return String.format("%-15s", id);
  }

  private void gs(SegmentWriter out, Envelope envelope, DocumentKind kind) {
    out.segment(
        "GS",
        kind.group(),
        agreement.groupOwn().isEmpty() ? agreement.own().id() : agreement.groupOwn(),
        agreement.groupPartner().isEmpty() ? agreement.partner().id() : agreement.groupPartner(),
        DAY.format(envelope.at()),
        MINUTE.format(envelope.at()),
        Long.toString(envelope.group()),
        "X",
        agreement.version());
  }

  private void unb(SegmentWriter out, Envelope envelope) {
    out.segment("UNA");
    out.segment(
        "UNB",
        List.of((Object[]) agreement.syntax().split(":")),
        List.of(agreement.own().id(), agreement.own().qualifier()),
        List.of(agreement.partner().id(), agreement.partner().qualifier()),
        List.of(SHORT_DAY.format(envelope.at()), MINUTE.format(envelope.at())),
        Long.toString(envelope.interchange()),
        "",
        "",
        "",
        agreement.acknowledgmentWanted() ? "1" : "",
        "",
        agreement.test() ? "1" : "");
  }

  private void set(SegmentWriter out, DocumentKind kind, long number, Runnable body) {
    String type = kind.type(agreement.standard());
    Optional<SetSchemas.Known> schema = SetSchemas.of(agreement.standard(), kind);
    String control = isX12() ? String.format("%04d", number) : Long.toString(number);
    out.begin();
    if (isX12()) {
      out.segment("ST", type, control);
    } else {
      boolean service = kind == DocumentKind.FUNCTIONAL_ACKNOWLEDGMENT;
      String version = service ? "D3" : agreement.version();
      out.segment(
          "UNH", control, List.of(type, version.substring(0, 1), version.substring(1), "UN"));
    }
    schema.ifPresent(known -> out.schema(known.schema()));
    body.run();
    out.segment(isX12() ? "SE" : "UNT", Integer.toString(out.segments() + 1), control);
  }

  private void end(SegmentWriter out, Envelope envelope, DocumentKind kind, int sets) {
    if (isX12()) {
      out.segment("GE", Integer.toString(sets), Long.toString(envelope.group()));
      out.segment("IEA", "1", String.format("%09d", envelope.interchange()));
    } else {
      out.segment("UNZ", Integer.toString(sets), Long.toString(envelope.interchange()));
    }
    out.end();
  }
}
