package io.serai.invoice;

import io.serai.exchange.SupplierFile.Invoice;
import io.serai.exchange.SupplierFile.InvoicedLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(says.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
