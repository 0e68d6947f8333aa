package io.serai.edi.document;

/** What a set or message says, whatever its standard: the canonical form of a document. */
public sealed interface EdiDocument
    permits PurchaseOrder,
        Acknowledgment,
        ShipNotice,
        StockAdvice,
        Invoice,
        OrderChange,
        OrderChangeAnswer,
        OrderStatus,
        FunctionalAcknowledgment,
        InterchangeReceipt {

  /** Its name in JSON, as the schemas under {@code schema/documents} have it. */
  String kind();
}
