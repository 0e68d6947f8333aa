package io.serai.edi.document;

import java.util.List;

/**
 * Tells what became of what was sent: 997 or 999 for one group, CONTRL for one interchange. It says
 * something of the syntax only.
 *
 * @param groupCode GS01 of what is acknowledged; empty in CONTRL
 * @param control GS06, or UNB05, of what is acknowledged
 * @param status {@code accepted}, {@code acceptedWithErrors}, {@code partlyAccepted}, {@code
 *     rejected}
 * @param code AK901; UCI04
 * @param included how many sets the trailer counts
 * @param received how many came
 * @param accepted how many were taken
 * @param errors AK905 to AK909; UCI05
 */
public record FunctionalAcknowledgment(
    String groupCode,
    String control,
    String version,
    String status,
    String code,
    int included,
    int received,
    int accepted,
    List<String> errors,
    List<SetOutcome> sets)
    implements EdiDocument {

  /**
   * What became of one set or message.
   *
   * @param type ST01; the first component of UNH02
   * @param version ST03; version and release as in {@code D96A}
   * @param code AK501; UCM03
   * @param errors AK502 to AK506; UCM04
   */
  public record SetOutcome(
      String type,
      String control,
      String version,
      String status,
      String code,
      List<String> errors,
      List<SegmentError> segments) {}

  /**
   * A segment at fault: AK3, UCS.
   *
   * @param position counted from the header of the set as 1
   * @param code AK304, UCS02; may be empty
   */
  public record SegmentError(String tag, int position, String code, List<ElementError> elements) {}

  /**
   * An element at fault: AK4, UCD.
   *
   * @param component 0: none in particular
   * @param value a copy of what stood there; may be empty
   */
  public record ElementError(int element, int component, String code, String value) {}

  @Override
  public String kind() {
    return "functionalAcknowledgment";
  }
}
