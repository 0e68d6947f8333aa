package io.serai.sandbox;

import io.serai.sandbox.supplier.SupplierProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;

/** Deals with one supplier over FTP, as any hub would. */
public final class SupplierDesk implements AutoCloseable {
  public static final List<String> PURCHASE_ORDER =
      List.of(
          "po_number",
          "line",
          "sku",
          "quantity",
          "unit_cost",
          "currency",
          "ship_to_name",
          "ship_to_company",
          "address1",
          "address2",
          "city",
          "state",
          "postal_code",
          "country",
          "phone",
          "order_number");

  private final SupplierProfile profile;
  private final FTPClient ftp = new FTPClient();

  public SupplierDesk(SupplierProfile profile, String host, int port) {
    this.profile = profile;
    try {
      ftp.connect(host, port);
      if (!ftp.login(profile.user(), profile.password())) {
        throw new AssertionError("no login for " + profile.user());
      }
      ftp.enterLocalPassiveMode();
      ftp.setFileType(FTP.BINARY_FILE_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SupplierDesk of(Sandbox sandbox, String supplier) {
    SupplierProfile profile =
        sandbox.suppliers().stream().filter(each -> each.id().equals(supplier)).findFirst().get();
    return new SupplierDesk(
        profile, sandbox.access(profile).host(), sandbox.access(profile).port());
  }

  public SupplierProfile profile() {
    return profile;
  }

  /** One row of a purchase order to an address in Leeds. */
  public List<String> row(String number, String line, String sku, int quantity) {
    return List.of(
        number,
        line,
        profile.code(sku),
        "" + quantity,
        "1" + profile.decimalMark() + "00",
        "USD",
        "Søren O'Connor",
        "",
        "1 Mill Lane",
        "",
        "Leeds",
        "",
        "LS1 4DY",
        "GB",
        "",
        "#1001");
  }

  /** Puts down a purchase order file: under another name first, then renamed. */
  public void order(String file, List<List<String>> rows) {
    StringBuilder csv = new StringBuilder(line(PURCHASE_ORDER));
    rows.forEach(row -> csv.append(line(row)));
    put(file, csv.toString());
  }

  private String line(List<String> row) {
    return String.join("" + profile.separator(), row) + "\r\n";
  }

  public void put(String file, String text) {
    try {
      ftp.storeFile(
          "orders/." + file + ".part", new ByteArrayInputStream(text.getBytes(profile.charset())));
      if (!ftp.rename("orders/." + file + ".part", "orders/" + file)) {
        throw new AssertionError(ftp.getReplyString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> list(String folder) {
    try {
      return Arrays.stream(ftp.listFiles(folder))
          .filter(FTPFile::isFile)
          .map(FTPFile::getName)
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a file in {@code out}, which stays there. */
  public List<Map<String, String>> read(String file) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (!ftp.retrieveFile("out/" + file, bytes)) {
        throw new AssertionError(file + ": " + ftp.getReplyString());
      }
      try (var csv =
          de.siegmar.fastcsv.reader.CsvReader.builder()
              .fieldSeparator(profile.separator())
              .ofNamedCsvRecord(new StringReader(bytes.toString(profile.charset())))) {
        return csv.stream().map(row -> row.getFieldsAsMap()).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a login is taken at all. */
  public static boolean isOpen(SupplierProfile profile, String password, String host, int port) {
    FTPClient ftp = new FTPClient();
    try {
      ftp.connect(host, port);
      boolean in = ftp.login(profile.user(), password);
      ftp.disconnect();
      return in;
    } catch (IOException e) {
      return false;
    }
  }

  /** The rows of all files of a kind that are in {@code out}, oldest first. */
  public List<Map<String, String>> all(String kind) {
    return list("out").stream()
        .filter(name -> name.startsWith(kind + "-"))
        .flatMap(name -> read(name).stream())
        .toList();
  }

  public void taken(String file) {
    try {
      if (!ftp.rename("out/" + file, "out/done/" + file)) {
        throw new AssertionError(ftp.getReplyString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An amount as this supplier writes it. */
  public BigDecimal amount(String text) {
    return new BigDecimal(text.replace(profile.decimalMark(), '.'));
  }

  @Override
  public void close() throws IOException {
    ftp.disconnect();
  }
}
