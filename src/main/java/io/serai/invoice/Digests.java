package io.serai.invoice;

import io.serai.exchange.SupplierFile.Invoice;
import io.serai.exchange.SupplierFile.InvoicedLine;
import io.serai.mapping.Digest;
import java.math.BigDecimal;
import java.util.StringJoiner;

/** What an invoice says in short, wherever it stood and however its numbers were written. */
final class Digests {
  private Digests() {}

  static String of(Invoice invoice) {
    StringJoiner says = new StringJoiner("\n");
    says.add(invoice.credit() + " " + invoice.date() + " " + invoice.currency());
    says.add(plain(invoice.charges()) + " " + invoice.total().map(Digests::plain).orElse(""));
    for (InvoicedLine line : invoice.lines()) {
      says.add(line.poNumber() + "\t" + line.line() + "\t" + line.code());
      says.add(line.quantity() + " " + plain(line.unitPrice()));
    }
    return Digest.of(says.toString());
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
