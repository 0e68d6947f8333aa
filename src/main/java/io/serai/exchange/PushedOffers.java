package io.serai.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.document.Document;
import io.serai.document.Refused;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import io.serai.stock.StockAdviceLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The files of a supplier, and the offers that programs have updated by the API: each such update
 * is a stock file of its own form, with the merchant's SKUs.
 */
public final class PushedOffers implements FileSource {
  /** The kind of a document that has offers in it. */
  public static final String KIND = "offers";

  private final FileSource files;

  public PushedOffers(FileSource files) {
    this.files = files;
  }

  @Override
  public SupplierFile read(Handle handle, Document file) {
    return isPushed(file) ? new SupplierFile.StockAdvice() : files.read(handle, file);
  }

  @Override
  public List<StockReader.Fault> leftOut(Handle handle, Document file) {
    return isPushed(file) ? List.of() : files.leftOut(handle, file);
  }

  @Override
  public FileSource afresh() {
    return new PushedOffers(files.afresh());
  }

  @Override
  public void readStock(Handle handle, Document file, StockReader reader) {
    if (!isPushed(file)) {
      files.readStock(handle, file, reader);
      return;
    }
    try {
      Json.read(file.name(), file.content()).path("offers").forEach(offer -> row(reader, offer));
    } catch (MappingFault | IllegalArgumentException | java.time.DateTimeException e) {
      throw new Refused(
          file.name() + ": " + e.getMessage(), "Correct what stands there, and replay.");
    }
  }

  private static void row(StockReader reader, JsonNode offer) {
    reader.row(
        new StockAdviceLine(
            offer.path("sku").asText(),
            offer.path("quantity").asInt(),
            text(offer, "unitCost").map(BigDecimal::new),
            text(offer, "leadDays").map(Integer::parseInt),
            text(offer, "restockDate").map(LocalDate::parse),
            text(offer, "restockQuantity").map(Integer::parseInt)));
  }

  private static Optional<String> text(JsonNode offer, String name) {
    return offer.hasNonNull(name) ? Optional.of(offer.get(name).asText()) : Optional.empty();
  }

  private static boolean isPushed(Document file) {
    return file.kind().equals(KIND);
  }
}
