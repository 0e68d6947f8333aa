package io.serai.edi.document;

import java.time.LocalDate;
import java.util.List;

/**
 * Tells what is in stock: 846, INVRPT. Its items, of which there may be a million, are not in it:
 * they are handed on one by one.
 */
public record StockAdvice(
    String number,
    String purpose,
    LocalDate date,
    String currency,
    List<Reference> references,
    List<Party> parties)
    implements EdiDocument {
  @Override
  public String kind() {
    return "stockAdvice";
  }
}
