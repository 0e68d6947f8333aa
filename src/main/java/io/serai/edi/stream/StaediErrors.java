package io.serai.edi.stream;

import io.serai.edi.FaultKind;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.util.Set;

/** What StAEDI's errors are called here, and what a clerk reads. */
final class StaediErrors {
  private static final Set<String> TRAILERS = Set.of("SE", "UNT", "GE", "UNE", "IEA", "UNZ");
  private static final Set<String> HEADERS = Set.of("ISA", "GS", "ST", "TA1", "UNB", "UNG", "UNH");
  private static final String CORRECT = "ask the sender to correct it";

  private StaediErrors() {}

  /** A kind, and its words. */
  record Said(FaultKind kind, String reason, String cure) {}

  /** Whether an error in a header does no harm: partners are lax with ids there. */
  static boolean isHarmless(String tag, EDIStreamValidationError error) {
    return HEADERS.contains(tag)
        && (error == EDIStreamValidationError.DATA_ELEMENT_TOO_SHORT
            || error == EDIStreamValidationError.DATA_ELEMENT_TOO_LONG
            || error == EDIStreamValidationError.TOO_MANY_COMPONENTS
            || error == EDIStreamValidationError.TOO_MANY_DATA_ELEMENTS);
  }

  /** Whether it is an error of an element that is not there, or not alone. */
  static boolean isOfNothing(EDIStreamValidationError error) {
    return error == EDIStreamValidationError.REQUIRED_DATA_ELEMENT_MISSING
        || error == EDIStreamValidationError.CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING
        || error == EDIStreamValidationError.EXCLUSION_CONDITION_VIOLATED;
  }

  static boolean isTrailer(String tag) {
    return TRAILERS.contains(tag);
  }

  static boolean isControl(String tag) {
    return TRAILERS.contains(tag) || HEADERS.contains(tag);
  }

  static Said segment(EDIStreamValidationError error, String tag, String next) {
    return switch (error) {
      case MANDATORY_SEGMENT_MISSING, CONDITIONAL_REQUIRED_SEGMENT_MISSING ->
          new Said(
              FaultKind.SEGMENT_MISSING,
              "it is missing" + (next.isEmpty() ? "" : ", and " + next + " follows"),
              "ask the sender for " + tag);
      case SEGMENT_EXCEEDS_MAXIMUM_USE ->
          new Said(
              FaultKind.SEGMENT_TOO_OFTEN, tag + " occurs more often than it may here", CORRECT);
      case LOOP_OCCURS_OVER_MAXIMUM_TIMES ->
          new Said(
              FaultKind.LOOP_TOO_OFTEN,
              "the loop that begins with " + tag + " occurs too often",
              CORRECT);
      default ->
          new Said(
              FaultKind.SEGMENT_PLACE,
              tag + " has no place here",
              "ask the sender for the standard's order of segments");
    };
  }

  static Said element(EDIStreamValidationError error, String tag, String text) {
    String quoted = "'" + Shown.text(text) + "' ";
    return switch (error) {
      case REQUIRED_DATA_ELEMENT_MISSING ->
          new Said(FaultKind.ELEMENT_MISSING, "it is empty", "ask the sender for a value");
      case CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING ->
          new Said(
              FaultKind.ELEMENT_CONDITION,
              "it is empty, though another element asks for it",
              "ask the sender for a value");
      case TOO_MANY_DATA_ELEMENTS ->
          new Said(
              FaultKind.TOO_MANY_ELEMENTS,
              quoted
                  + "is one element more than "
                  + tag
                  + " has; a segment terminator may be missing",
              CORRECT);
      case TOO_MANY_COMPONENTS ->
          new Said(FaultKind.TOO_MANY_ELEMENTS, quoted + "is one component too many", CORRECT);
      case TOO_MANY_REPETITIONS ->
          new Said(
              FaultKind.TOO_MANY_ELEMENTS,
              quoted + "repeats an element that occurs once; a delimiter may stand in the data",
              CORRECT);
      case EXCLUSION_CONDITION_VIOLATED ->
          new Said(FaultKind.EXCLUSION, "it may not stand beside another element", CORRECT);
      case DATA_ELEMENT_TOO_SHORT ->
          new Said(FaultKind.TOO_SHORT, quoted + "is too short", CORRECT);
      case DATA_ELEMENT_TOO_LONG -> new Said(FaultKind.TOO_LONG, quoted + "is too long", CORRECT);
      case INVALID_CHARACTER_DATA ->
          new Said(
              FaultKind.CHARACTER, quoted + "holds a character that may not stand there", CORRECT);
      case INVALID_DATE -> new Said(FaultKind.DATE, quoted + "is no date", CORRECT);
      case INVALID_TIME -> new Said(FaultKind.TIME, quoted + "is no time", CORRECT);
      case CONTROL_REFERENCE_MISMATCH ->
          new Said(number(tag), quoted + "is another control number than the header's", CORRECT);
      case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT ->
          new Said(
              count(tag),
              quoted + "is not how many there are",
              "something is missing or was added: ask the sender for it again");
      default -> new Said(FaultKind.CODE, quoted + "is no code of the standard", CORRECT);
    };
  }

  private static FaultKind number(String tag) {
    return switch (tag) {
      case "SE", "UNT" -> FaultKind.SET_NUMBER;
      case "GE", "UNE" -> FaultKind.GROUP_NUMBER;
      default -> FaultKind.INTERCHANGE_NUMBER;
    };
  }

  private static FaultKind count(String tag) {
    return switch (tag) {
      case "SE", "UNT" -> FaultKind.SET_COUNT;
      case "GE", "UNE" -> FaultKind.GROUP_COUNT;
      default -> FaultKind.INTERCHANGE_COUNT;
    };
  }
}
