package io.serai.exchange.fixed;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** Whether what stands in one type of record stands beside each other, and within it. */
final class SpanCheck {
  private final RecordType type;
  private final List<Taken> taken = new ArrayList<>();
  private final List<LayoutFault> faults;

  private record Taken(String what, JsonPointer at, Span span) {}

  SpanCheck(RecordType type, JsonPointer at, List<LayoutFault> faults) {
    this.type = type;
    this.faults = faults;
    type.mark().ifPresent(mark -> take("the mark", at.appendProperty("mark"), mark.span()));
    type.count().ifPresent(count -> take("count", at.appendProperty("count"), count.span()));
    type.sum().ifPresent(sum -> take("sum", at.appendProperty("sum"), sum.span()));
    type.fields()
        .values()
        .forEach(
            field ->
                field
                    .span()
                    .ifPresent(
                        span ->
                            take(
                                field.column(),
                                at.appendProperty("fields").appendProperty(field.column()),
                                span)));
  }

  void check() {
    for (int i = 0; i < taken.size(); i++) {
      Taken here = taken.get(i);
      if (here.span().end() > type.length()) {
        add(
            here,
            "ends in column " + here.span().end() + " of a record that has " + type.length(),
            "correct its place or the length of the record");
      }
      for (Taken other : taken.subList(0, i)) {
        if (here.span().overlaps(other.span())) {
          add(
              here,
              "("
                  + here.span().words()
                  + ") overlaps "
                  + other.what()
                  + " ("
                  + other.span().words()
                  + ")",
              "correct at or length of one of them");
        }
      }
    }
  }

  private void take(String what, JsonPointer at, Span span) {
    taken.add(new Taken(what, at, span));
  }

  private void add(Taken here, String what, String cure) {
    faults.add(new LayoutFault(here.at(), what, cure));
  }
}
