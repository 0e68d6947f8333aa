package io.serai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.document.Refused;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.stock.StockAdviceLine;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows what stands in a supplier's file of rows: each line as JSON, and for people what the file
 * is and what cannot be read.
 */
final class SupplierInspection implements StockReader {
  private static final int MOST_SHOWN = 20;

  private final Path file;
  private final PrintWriter out;
  private final PrintWriter err;
  private int lines;
  private int faults;

  SupplierInspection(Path file, PrintWriter out, PrintWriter err) {
    this.file = file;
    this.out = out;
    this.err = err;
  }

  /** Reads and shows the file; 0 when all of it can be taken, else 1. */
  int show(DocumentFormat format) throws IOException {
    String name = file.toString();
    try {
      if (format.isStockAdvice(name)) {
        format.readStock(name, this::content, this);
        say("stock file of " + lines + " rows");
      } else {
        show(format.read(name, Files.readAllBytes(file)));
      }
    } catch (Refused refused) {
      fault(refused);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (faults > MOST_SHOWN) {
      say("and " + (faults - MOST_SHOWN) + " more faults");
    }
    out.flush();
    err.flush();
    return faults == 0 ? 0 : 1;
  }

  @Override
  public void row(StockAdviceLine line) {
    lines++;
    out.println(LineJson.of(line));
  }

  @Override
  public void fault(Fault fault) {
    fault(fault.cause());
  }

  private void show(SupplierFile read) {
    if (read instanceof SupplierFile.Acknowledgment acknowledgment) {
      show("acknowledgment", acknowledgment.lines().stream().map(LineJson::of).toList());
    } else if (read instanceof SupplierFile.ShipNotice notice) {
      show("ship notice", notice.lines().stream().map(LineJson::of).toList());
    } else if (read instanceof SupplierFile.Invoices invoices) {
      invoices.invoices().stream().map(LineJson::of).forEach(out::println);
      say("file of " + invoices.invoices().size() + " invoices");
    }
  }

  private void show(String what, List<ObjectNode> shown) {
    shown.forEach(out::println);
    say(what + " of " + shown.size() + " lines");
  }

  private InputStream content() {
    try {
      return new BufferedInputStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fault(Refused refused) {
    faults++;
    if (faults <= MOST_SHOWN) {
      err.println(refused.getMessage() + ". " + refused.cure());
    }
  }

  private void say(String what) {
    err.println(file + ": " + what);
  }
}
