package io.serai.exchange.fixed;

import com.fasterxml.jackson.core.JsonPointer;
import io.serai.config.Nearest;
import io.serai.exchange.tabular.ColumnType;
import io.serai.exchange.tabular.Lines;
import io.serai.exchange.tabular.StrictDates;
import java.util.List;

/** Whether a field can be written and read as its layout says. */
final class FieldCheck {
  private final Field field;
  private final JsonPointer at;
  private final List<LayoutFault> faults;

  FieldCheck(Field field, JsonPointer at, List<LayoutFault> faults) {
    this.field = field;
    this.at = at;
    this.faults = faults;
  }

  void check() {
    if (field.span().isEmpty() && field.value().isEmpty()) {
      add("", "has no place and no value", "write at and length, or a value that always holds");
    }
    if (field.cut() && field.type() != ColumnType.WORDS) {
      add(
          "tooLong",
          "would cut what is no text for people",
          "write \"tooLong: refuse\" or remove it");
    }
    if (!field.type().isNumber() && field.decimals().isPresent()) {
      add("decimals", "is for numbers, and the field is none", "remove it");
    }
    if (!field.type().isNumber() && field.sign() != Sign.NONE) {
      add("sign", "is for numbers, and the field is none", "remove it");
    }
    padding();
    format();
    codes();
  }

  private void padding() {
    boolean digit = Character.isDigit(field.pad());
    if (field.type().isNumber() && digit && (field.pad() != '0' || !field.right())) {
      add(
          "pad",
          "makes another number of it",
          "write \"pad: ' '\", or zeros before a number that stands right");
    }
  }

  private void format() {
    if (field.format().isEmpty()) {
      return;
    }
    if (!field.type().isDate()) {
      add("format", "is for dates and times, and the field is none", "remove it");
      return;
    }
    try {
      StrictDates.of(field.format().get());
    } catch (IllegalArgumentException e) {
      add("format", "is no date format: " + e.getMessage(), "write for example: format: uuuuMMdd");
    }
  }

  private void codes() {
    if (!field.column().equals("status")) {
      return;
    }
    field.codes().entrySet().stream()
        .filter(code -> !Lines.ANSWERS.contains(code.getValue()))
        .forEach(
            code ->
                faults.add(
                    new LayoutFault(
                        at.appendProperty("codes").appendProperty(code.getKey()),
                        "is \"" + code.getValue() + "\", which is no answer we know",
                        Nearest.cure(code.getValue(), Lines.ANSWERS))));
  }

  private void add(String key, String what, String cure) {
    faults.add(new LayoutFault(key.isEmpty() ? at : at.appendProperty(key), what, cure));
  }
}
