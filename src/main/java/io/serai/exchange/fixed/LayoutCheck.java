package io.serai.exchange.fixed;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Nearest;
import io.serai.exchange.tabular.FileKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what a schema cannot of the layout of one kind of file: whether its records can be told
 * apart, and have what is needed and nothing twice.
 */
public final class LayoutCheck {
  private final FileKind kind;
  private final JsonPointer at;
  private final FileLayout file;
  private final List<LayoutFault> faults = new ArrayList<>();

  private LayoutCheck(FileKind kind, FileLayout file) {
    this.kind = kind;
    this.at = JsonPointer.empty().appendProperty(kind.word());
    this.file = file;
  }

  /** Every fault of a layout whose form is right. */
  public static List<LayoutFault> faults(FileKind kind, JsonNode said) {
    LayoutCheck check = new LayoutCheck(kind, FileLayout.from(said));
    check.check();
    return check.faults;
  }

  private void check() {
    lines();
    marks();
    needed();
    for (RecordType type : file.types()) {
      for (Field field : type.fields().values()) {
        JsonPointer here = pointer(type).appendProperty("fields").appendProperty(field.column());
        name(field, here);
        new FieldCheck(field, here, faults).check();
      }
      figures(type);
      new SpanCheck(type, pointer(type), faults).check();
    }
  }

  private boolean isWritten() {
    return kind == FileKind.PURCHASE_ORDER || kind == FileKind.CANCELLATION;
  }

  private void lines() {
    int lines = file.of(Role.LINE).size();
    if (lines == 0) {
      add(at.appendProperty("records"), "has no record with the role line", "add one");
    }
    if (isWritten() && lines > 1) {
      add(
          pointer(file.of(Role.LINE).get(1)),
          "is a second record with the role line, in a file that we write",
          "put what it holds into the first, or into a header");
    }
    if (isWritten()) {
      file.of(Role.IGNORED)
          .forEach(
              type ->
                  add(
                      pointer(type),
                      "has the role ignored, in a file that we write",
                      "remove it, or write it as a header with fields that have a value"));
    }
  }

  private void marks() {
    for (RecordType type : file.types()) {
      if (type.mark().isEmpty() && file.types().size() > 1) {
        add(
            pointer(type),
            "has no mark, so it cannot be told from the other records",
            "write what stands where in it, for example: mark: {at: 1, is: H}");
      }
      for (RecordType other : file.types().subList(0, type.place())) {
        if (type.mark().isPresent()
            && other.mark().isPresent()
            && !type.mark().get().excludes(other.mark().get())) {
          add(
              pointer(type).appendProperty("mark"),
              "cannot be told from "
                  + other.words()
                  + ": a record can have both "
                  + type.mark().get()
                  + " and "
                  + other.mark().get(),
              "mark them by different texts in the same columns");
        }
      }
    }
  }

  private void needed() {
    for (RecordType line : file.of(Role.LINE)) {
      Set<String> there = new HashSet<>(line.fields().keySet());
      file.types().stream()
          .filter(type -> type.role().isHeader())
          .forEach(type -> there.addAll(type.fields().keySet()));
      List<String> missing =
          kind.needed().stream().filter(column -> !there.contains(column)).toList();
      if (!missing.isEmpty()) {
        add(
            pointer(line),
            "has no field "
                + String.join(", ", missing)
                + ", which "
                + kind.word()
                + " needs; nor has a header",
            "add it to this record or to a header, or give it a value that always holds");
      }
    }
  }

  private void name(Field field, JsonPointer here) {
    Set<String> known = new TreeSet<>(kind.needed());
    known.addAll(kind.optional());
    boolean constant = field.value().isPresent() && field.span().isPresent();
    if (!known.contains(field.column()) && !constant) {
      add(
          here,
          "is no field of " + kind.word(),
          Nearest.cure(field.column(), known) + "; leave columns out that say nothing to us");
    }
  }

  private void figures(RecordType type) {
    if (!type.role().isTrailer() && (type.count().isPresent() || type.sum().isPresent())) {
      add(
          pointer(type),
          "counts or sums, and is no trailer",
          "give it the role trailer or fileTrailer");
    }
    Set<String> names = new TreeSet<>();
    Set<String> numbers = new TreeSet<>();
    for (RecordType each : file.types()) {
      names.add(each.name());
      each.fields().values().stream()
          .filter(field -> field.type().isNumber())
          .forEach(field -> numbers.add(field.column()));
    }
    type.count()
        .ifPresent(
            count -> unknown(count.of(), names, pointer(type).appendProperty("count"), "record"));
    type.sum()
        .ifPresent(
            sum -> unknown(sum.of(), numbers, pointer(type).appendProperty("sum"), "number"));
  }

  private void unknown(Set<String> said, Set<String> known, JsonPointer here, String what) {
    said.stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                add(
                    here.appendProperty("of"),
                    "names \"" + name + "\", which is no " + what + " of this file",
                    Nearest.cure(name, known)));
  }

  private JsonPointer pointer(RecordType type) {
    return at.appendProperty("records").appendProperty(type.name());
  }

  private void add(JsonPointer here, String what, String cure) {
    faults.add(new LayoutFault(here, what, cure));
  }
}
