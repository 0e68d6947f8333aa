package io.serai.edi;

import java.util.Arrays;
import java.util.Optional;

/** The documents that we read and write, with their names in both standards. */
public enum DocumentKind {
  /** Asks a supplier for a shipment. */
  PURCHASE_ORDER("850", "PO", "ORDERS"),
  /** Answers a purchase order. */
  ACKNOWLEDGMENT("855", "PR", "ORDRSP"),
  /** Tells what has shipped. */
  SHIP_NOTICE("856", "SH", "DESADV"),
  /** Tells what is in stock. */
  STOCK_ADVICE("846", "IB", "INVRPT"),
  /** Asks for money. */
  INVOICE("810", "IN", "INVOIC"),
  /** Changes or cancels a purchase order. */
  ORDER_CHANGE("860", "PC", "ORDCHG"),
  /** Answers a change of a purchase order; EDIFACT answers it by ORDRSP. */
  ORDER_CHANGE_ANSWER("865", "CA", ""),
  /** Tells how far an order is; we read no such message of EDIFACT. */
  ORDER_STATUS("870", "RS", ""),
  /** Tells what became of sets that were received. */
  FUNCTIONAL_ACKNOWLEDGMENT("997", "FA", "CONTRL"),
  /** As a 997, with more detail. */
  IMPLEMENTATION_ACKNOWLEDGMENT("999", "FA", "");

  private final String x12;
  private final String group;
  private final String edifact;

  DocumentKind(String x12, String group, String edifact) {
    this.x12 = x12;
    this.group = group;
    this.edifact = edifact;
  }

  /** The kind that a set or message of this type is, if it is one that we read. */
  public static Optional<DocumentKind> of(Standard standard, String type) {
    return Arrays.stream(values())
        .filter(kind -> !type.isEmpty() && kind.type(standard).equals(type))
        .findFirst();
  }

  /** ST01, or the first component of UNH02; empty where the standard has none that we read. */
  public String type(Standard standard) {
    return standard == Standard.X12 ? x12 : edifact;
  }

  /** GS01. */
  public String group() {
    return group;
  }
}
