package io.serai.sandbox;

import io.serai.exchange.PurchaseOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A format, as somebody writes and reads it who orders from a supplier. What is read comes as rows
 * by column name, each with its kind: ACK, ASN or STOCK.
 */
interface DeskPaper {
  String ending();

  byte[] write(List<PurchaseOrder> orders);

  List<Map<String, String>> read(String name, byte[] content);

  /** What the supplier is told once a file of it has been taken. */
  default Optional<byte[]> receipt(byte[] content) {
    return Optional.empty();
  }
}
