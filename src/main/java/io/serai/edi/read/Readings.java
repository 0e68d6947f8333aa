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
      case PURCHASE_ORDER -> new PurchaseOrder850(made);
      case INVOICE -> new Invoice810(made);
      case ORDER_CHANGE -> new OrderChange860(made);
      case ORDER_CHANGE_ANSWER -> new OrderChangeAnswer865(made);
      case ORDER_STATUS -> new OrderStatus870(made);
      case FUNCTIONAL_ACKNOWLEDGMENT, IMPLEMENTATION_ACKNOWLEDGMENT -> new Acknowledged(made);
    };
  }

  private static SetReading edifact(DocumentKind kind, SetReading.Made made) {
    return switch (kind) {
      case ACKNOWLEDGMENT -> new AcknowledgmentOrdrsp(made);
      case SHIP_NOTICE -> new ShipNoticeDesadv(made);
      case STOCK_ADVICE -> new StockAdviceInvrpt(made);
      case PURCHASE_ORDER -> new PurchaseOrderOrders(made, false);
      case ORDER_CHANGE -> new PurchaseOrderOrders(made, true);
      case INVOICE -> new InvoiceInvoic(made);
      case FUNCTIONAL_ACKNOWLEDGMENT -> new AcknowledgedContrl(made);
      case ORDER_CHANGE_ANSWER, ORDER_STATUS, IMPLEMENTATION_ACKNOWLEDGMENT ->
          throw new IllegalStateException(kind + " is none of EDIFACT");
    };
  }
}
