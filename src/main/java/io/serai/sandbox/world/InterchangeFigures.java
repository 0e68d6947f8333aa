package io.serai.sandbox.world;

/**
 * The figures of {@link Interchanges}.
 *
 * @param received interchanges of the hub, by control number
 * @param acknowledgments of them that the supplier wrote; those with nothing but acknowledgments
 *     get none
 * @param refused acknowledgments that do not accept everything
 * @param repeated arrivals of a control number that had come before, with the same content
 * @param clashes the same with other content
 * @param gaps control numbers between the first and the last that have not come
 * @param sent interchanges of the supplier that the hub is to acknowledge
 * @param acknowledged those of them that the hub has acknowledged
 * @param badSets sets that the supplier has spoilt
 * @param rejectedSets those that the hub has rejected
 * @param corrected rejected sets that have gone out anew, under a new control number
 * @param duplicates interchanges that the supplier has put up a second time
 * @param strange acknowledgments of the hub that the supplier cannot explain
 */
public record InterchangeFigures(
    int received,
    int acknowledgments,
    int refused,
    int repeated,
    int clashes,
    int gaps,
    int sent,
    int acknowledged,
    int badSets,
    int rejectedSets,
    int corrected,
    int duplicates,
    int strange) {

  /** Whether everything is acknowledged, and what was spoilt is mended. */
  public boolean isSettled() {
    return gaps == 0
        && acknowledged == sent
        && rejectedSets == badSets
        && corrected == rejectedSets;
  }

  /** Whether both sides have kept to the rules. */
  public boolean isKept() {
    return isSettled() && clashes == 0 && refused == 0 && strange == 0;
  }
}
