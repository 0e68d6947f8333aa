package io.serai.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of others, good and bad: each is read, or refused for what is wrong in it. */
class EdiFilesTest {
  private static final String ISA = "HEADER segment 1 (ISA), element ";
  private static final Map<String, String> WRONG = wrong();
  private static final Map<String, Heard> FILES = new TreeMap<>();

  // The first thing that is wrong in each file, and where; "good": all of it is read.
  private static Map<String, String> wrong() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put(
        "edifact_ls_desadv-violation", "SEGMENT_TOO_OFTEN interchange 1, set 1, segment 8 (ALI)");
    wrong.put(
        "edifact_ls_envelope-count-mismatch",
        "SET_COUNT interchange 1, set 1, segment 3 (UNT), element 1");
    wrong.put("edifact_ls_envelope-error_no-UNZ", "CUT_SHORT interchange 1, segment 5");
    wrong.put(
        "edifact_ls_invrpt-violation", "SEGMENT_TOO_OFTEN interchange 1, set 1, segment 3 (BGM)");
    wrong.put(
        "edifact_ls_ordrsp-violation", "SEGMENT_TOO_OFTEN interchange 1, set 1, segment 5 (PAI)");
    wrong.put("edifact_ls_syntax-error", "NO_SEGMENT interchange 1, set 1, segment 2");
    wrong.put("edifact_rs_d01b_orders_malformed", "NO_INTERCHANGE segment 1 (BGM)");
    wrong.put("edifact_rs_d96a_orders_malformed", "NO_INTERCHANGE segment 1 (BGM)");
    wrong.put(
        "edifact_smooks_BAD_ORDERS",
        "SEGMENT_TOO_OFTEN interchange 6002, set SSDD1, segment 38 (DTM)");
    wrong.put(
        "edifact_staedi_invoic_d97b_bad",
        "TOO_LONG interchange 00000000000778, set 00000000000117, segment 5 (NAD), element 1");
    wrong.put("edifact_staedi_wrapped_invoic", "good");
    wrong.put("x12-850_stupidedi_003010_PO850_1", ISA + "2");
    wrong.put("x12-850_stupidedi_003050_PO850_1", ISA + "2");
    wrong.put("x12-855_stupidedi_004010_PR855_2", ISA + "2");
    wrong.put("x12-856_stupidedi_002001_SH856_1", ISA + "2");
    wrong.put(
        "x12-856_stupidedi_004010_SH856_2",
        "TOO_MANY_ELEMENTS interchange 000000089, set 0000001, segment 11 (N1), element 7");
    wrong.put("x12-860_stupidedi_003010_PC860_1", ISA + "2");
    wrong.put("x12_gozer_missing.ISA", "NO_INTERCHANGE ");
    wrong.put("x12_gozer_no-delim", "HEADER segment 1");
    wrong.put("x12_gozer_wrong.GS", "ENVELOPE interchange 000000049, segment 2 (XX)");
    wrong.put("x12_gozer_wrong.ISA", "NO_INTERCHANGE ");
    wrong.put(
        "x12_staedi_80char-wrapped",
        "UNKNOWN_DOCUMENT interchange 000026003, set 1305, segment 1 (ST), element 1");
    wrong.put(
        "x12_staedi_empty997", "SEGMENT_MISSING interchange 000000001, set 0001, segment 2 (AK1)");
    wrong.put(
        "x12_staedi_extraDelimiter997",
        "CHARACTER interchange 508121953, set 0001, segment 4 (AK3), element 2");
    wrong.put(
        "x12_staedi_invalid997",
        "TOO_LONG interchange 508121953, set 0001, segment 2 (AK1), element 1");
    wrong.put(
        "x12_staedi_invalid999",
        "SEGMENT_PLACE interchange 000000286, set 2870001, segment 2 (IK5)");
    wrong.put("x12_staedi_odd-segterm", "HEADER segment 1");
    return wrong;
  }

  @BeforeAll
  static void readAll() throws IOException {
    Path folder =
        Path.of(Optional.ofNullable(System.getenv("SERAI_SHARED")).orElse("../shared"))
            .resolve("edi");
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        "skipped: the samples are not at hand (../shared, or SERAI_SHARED)");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().equals("SOURCES.md"))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      Heard heard = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Heard.of(content));
      FILES.put(folder.relativize(file).toString(), heard);
    }
  }

  @Test
  void everyFileIsReadOrRefusedWithPlaceAndReason() {
    StringBuilder table = new StringBuilder("\n");
    FILES.forEach((file, heard) -> table.append(row(file, heard)));
    System.out.println(table);
    assertThat(FILES)
        .allSatisfy(
            (file, heard) ->
                assertThat(heard.accepted().size() + heard.faults.size()).as(file).isPositive());
  }

  @Test
  void theMalformedAreRefusedForTheFaultThatTheyHave() {
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, String> expected = new LinkedHashMap<>();
    FILES.forEach(
        (file, heard) -> {
          if (file.startsWith("malformed/")) {
            String name = file.substring(10).replaceAll("\\.[a-z]+$", "");
            String wanted = WRONG.getOrDefault(name, "not named here");
            expected.put(name, wanted);
            found.put(
                name,
                heard.faults.isEmpty()
                    ? "good"
                    : heard.faults.stream()
                        .map(fault -> fault.kind() + " " + fault.place())
                        .filter(wanted::equals)
                        .findFirst()
                        .orElse(heard.faults.get(0).kind() + " " + heard.faults.get(0).place()));
          }
        });
    assertThat(found).isEqualTo(expected).hasSize(WRONG.size());
  }

  @Test
  void theGoodOnesAreRead() {
    List<String> read = new ArrayList<>();
    FILES.forEach(
        (file, heard) -> {
          if (heard.faults.isEmpty()) {
            read.add(file);
          }
        });
    assertThat(read)
        .contains(
            "edifact/desadv/vscode-edi_DESADV.edifact",
            "edifact/invoic/staedi_invoic_d97b_una.edi",
            "edifact/orders/smooks_ORDERS.txt",
            "x12/810/staedi_simple810.edi",
            "x12/846/x12types_846.edi",
            "x12/850/node-x12_850.edi",
            "x12/855/stedi_inbound.edi",
            "x12/997-999-ta1/staedi_simple999.edi")
        .hasSizeGreaterThanOrEqualTo(23);
    assertThat(FILES.get("x12/810/staedi_invoice810_po850_dual.edi").accepted()).hasSize(2);
  }

  private static String row(String file, Heard heard) {
    String documents =
        heard.accepted().stream()
            .map(document -> document.kind())
            .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    String what =
        heard.sets.stream()
            .map(set -> set.type() + " " + set.version())
            .distinct()
            .collect(Collectors.joining(", "));
    String outcome =
        (documents.isEmpty() ? "" : "read: " + documents)
            + (documents.isEmpty() || heard.faults.isEmpty() ? "" : "; ")
            + (heard.faults.isEmpty()
                ? ""
                : "refused: "
                    + heard.faults.get(0).place()
                    + ": "
                    + heard.faults.get(0).reason()
                    + (heard.faults.size() > 1
                        ? " (and " + (heard.faults.size() - 1) + " more)"
                        : ""));
    return String.format("%-70s | %-14s | %s%n", file, what, outcome);
  }
}
