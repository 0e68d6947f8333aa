package io.serai.edi.read;

import io.serai.edi.DocumentKind;
import io.serai.edi.EdiFault;
import io.serai.edi.ReadingTerms;
import io.serai.edi.SetHeader;
import io.serai.edi.Standard;
import io.serai.edi.document.StockItem;
import java.util.function.Consumer;

/** Which reading makes which document. */
public final class Readings {
  private Readings() {}

  /** The reading for a set of this kind. */
  public static SetReading of(
      DocumentKind kind,
      SetHeader header,
      ReadingTerms terms,
      Consumer<EdiFault> faults,
      Consumer<StockItem> stock) {
    SetReading.Made made = new SetReading.Made(header, terms, faults, stock);
    return header.interchange().standard() == Standard.X12 ? x12(kind, made) : edifact(kind, made);
  }

  private static SetReading x12(DocumentKind kind, SetReading.Made made) {
    return switch (kind) {
      case ACKNOWLEDGMENT -> new Acknowledgment855(made);
      case SHIP_NOTICE -> new ShipNotice856(made);
      case STOCK_ADVICE -> new StockAdvice846(made);
      default -> throw new IllegalStateException("no reading for " + kind);
    };
  }

  private static SetReading edifact(DocumentKind kind, SetReading.Made made) {
    return switch (kind) {
      case ACKNOWLEDGMENT -> new AcknowledgmentOrdrsp(made);
      case SHIP_NOTICE -> new ShipNoticeDesadv(made);
      case STOCK_ADVICE -> new StockAdviceInvrpt(made);
      default -> throw new IllegalStateException("no reading for " + kind);
    };
  }
}
