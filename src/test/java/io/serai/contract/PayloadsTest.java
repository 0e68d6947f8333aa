package io.serai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Connector;
import io.serai.contract.OrderPayload.Outcome;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Every order that was recorded or is an official example is mapped, or refused for a reason. */
class PayloadsTest {
  private static final List<String> OUTCOMES = List.of("mapped", "left", "refused");
  private static final int SHOWN = 110;

  private final Map<String, String> table = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  @Test
  void everyRecordedOrderIsMappedOrRefusedForAReason() throws IOException {
    Path contracts = Contracts.folder();
    List<Path> all = files(contracts);

    for (Path file : all) {
      String name = contracts.relativize(file).toString();
      String channel = name.substring(0, name.indexOf('/'));
      Optional<JsonNode> entry = entry(channel, file);
      if (entry.isEmpty()) {
        faults.add(name + " is in no line of payloads.yaml");
      } else if (entry.get().has("none")) {
        table.put(name, "no order: " + entry.get().get("none").asText());
      } else {
        Optional<Connector> connector = Contracts.connector(channel);
        connector.ifPresent(each -> map(each, name, file, entry.get()));
        table.putIfAbsent(name, "not mapped: there is no connector " + channel);
      }
    }
    table.forEach((name, outcome) -> System.out.printf("%-90s %s%n", shown(name, 90), outcome));
    assertThat(faults).isEmpty();
    assertThat(table).hasSameSizeAs(all);
  }

  private void map(Connector connector, String name, Path file, JsonNode entry) {
    Map<String, List<Outcome>> found =
        answers(file, entry).stream()
            .flatMap(answer -> new OrderPayload(connector).outcomes(answer).stream())
            .collect(Collectors.groupingBy(Outcome::word));
    List<String> stated = OUTCOMES.stream().filter(entry::has).toList();
    table.put(
        name,
        OUTCOMES.stream()
            .filter(found::containsKey)
            .map(word -> said(word, found.get(word), entry))
            .collect(Collectors.joining("; ")));
    if (!found.keySet().equals(java.util.Set.copyOf(stated))) {
      faults.add(name + " is stated as " + stated + " and found as " + found);
    }
  }

  private static String said(String word, List<Outcome> outcomes, JsonNode entry) {
    String why = outcomes.get(0).why();
    return "%d %s: %s%s"
        .formatted(
            outcomes.size(),
            word,
            entry.path(word).asText("NOT STATED"),
            why.isEmpty() ? "" : " [" + shown(why, SHOWN) + "]");
  }

  private static List<JsonNode> answers(Path file, JsonNode entry) {
    try {
      JsonNode content = Json.read(file.toString(), Files.readAllBytes(file));
      return Jq.compile("find", entry.path("find").asText(".")).apply(content, Map.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<JsonNode> entry(String channel, Path file) {
    return StreamSupport.stream(Contracts.list("payloads.yaml").path(channel).spliterator(), false)
        .filter(
            entry ->
                FileSystems.getDefault()
                    .getPathMatcher("glob:" + entry.get("file").asText())
                    .matches(file.getFileName()))
        .findFirst();
  }

  private static String shown(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }

  private static List<Path> files(Path contracts) throws IOException {
    try (Stream<Path> files = Files.walk(contracts)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getParent().endsWith("payloads"))
          .sorted()
          .toList();
    }
  }
}
