package io.serai.edi.document;

/**
 * Tells what became of an envelope: TA1.
 *
 * @param control ISA13 of what is acknowledged
 * @param date TA102
 * @param time TA103
 * @param status {@code accepted}, {@code acceptedWithErrors}, {@code rejected}
 * @param code TA104
 * @param note TA105
 */
public record InterchangeReceipt(
    String control, String date, String time, String status, String code, String note)
    implements EdiDocument {
  @Override
  public String kind() {
    return "interchangeReceipt";
  }
}
