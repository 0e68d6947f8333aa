package io.serai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.Transport;
import io.serai.check.SentRequests;
import io.serai.check.SentRequests.Sent;
import io.serai.config.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Every request that the fixtures of a connector send is one that the channel describes. */
class RequestsTest {
  private static final JsonNode LIST = Contracts.list("descriptions.yaml");

  private final Map<String, Row> table = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /** How many requests of an operation were sent, and what came of them. */
  private static final class Row {
    private int requests;
    private int validated;
    private int undescribed;
    private int faulty;
  }

  @Test
  void everyRequestOfEveryFixtureKeepsTheOfficialDescription() {
    Path folder = Contracts.folder();
    LIST.properties()
        .forEach(
            entry ->
                Contracts.connector(entry.getKey())
                    .filter(connector -> connector.declared().path("api").isObject())
                    .ifPresent(connector -> validate(folder, connector, entry.getValue())));
    print();
    assertThat(faults).isEmpty();
  }

  @Test
  void everyGraphqlDocumentOfAConnectorIsOneOfTheOfficialSchema() throws IOException {
    Path folder = Contracts.folder();
    for (Map.Entry<String, JsonNode> entry : LIST.properties()) {
      Optional<Connector> connector = Contracts.connector(entry.getKey());
      JsonNode described = entry.getValue().path("described").get(0);
      if (connector.isPresent() && described.path("file").asText().endsWith(".graphql")) {
        documents(connector.get(), (GraphQl) description(folder, described));
      }
    }
    assertThat(faults).isEmpty();
  }

  private void documents(Connector connector, GraphQl schema) throws IOException {
    try (Stream<Path> files = Files.list(connector.folder())) {
      for (Path file : files.filter(each -> each.toString().endsWith(".graphql")).toList()) {
        List<String> wrong = schema.faults(Files.readString(file));
        wrong.forEach(fault -> faults.add(file + ": " + fault));
        System.out.printf(
            "%-10s %-40s %d faults%n", connector.name(), file.getFileName(), wrong.size());
      }
    }
  }

  private void validate(Path folder, Connector connector, JsonNode listed) {
    List<Description> descriptions =
        StreamSupport.stream(listed.path("described").spliterator(), false)
            .map(each -> description(folder, each))
            .toList();
    for (Sent sent : SentRequests.of(connector)) {
      Row row = table.computeIfAbsent(connector.name() + " " + sent.operation(), none -> new Row());
      row.requests++;
      validate(connector.name(), sent, row, descriptions, listed.path("undescribed"));
    }
  }

  private void validate(
      String connector, Sent sent, Row row, List<Description> descriptions, JsonNode undescribed) {
    Optional<Description> known =
        descriptions.stream().filter(each -> each.knows(sent.call())).findFirst();
    List<String> wrong =
        known
            .map(description -> description.faults(sent.call()))
            .orElseGet(() -> List.of("no description knows it"));
    if (known.isEmpty() && isNamed(undescribed, sent.call())) {
      row.undescribed++;
    } else if (wrong.isEmpty()) {
      row.validated++;
    } else {
      row.faulty++;
      faults.add(connector + ", \"" + sent.fixture() + "\": " + sent.call() + ": " + wrong);
    }
  }

  private static boolean isNamed(JsonNode undescribed, Transport.Call call) {
    return StreamSupport.stream(undescribed.spliterator(), false)
        .anyMatch(each -> call.uri().toString().matches(each.get("url").asText()));
  }

  private static Description description(Path folder, JsonNode listed) {
    Path file = folder.resolve(listed.get("file").asText());
    return file.toString().endsWith(".graphql")
        ? new GraphQl(file, listed.get("at").asText())
        : new OpenApi(
            file,
            listed.path("at").asText("/"),
            texts(listed.path("leaves")),
            Set.copyOf(texts(listed.path("answered"))));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private void print() {
    System.out.printf(
        "%-24s %9s %9s %11s %6s%n",
        "connector operation", "requests", "validated", "undescribed", "faults");
    table.forEach(
        (name, row) ->
            System.out.printf(
                "%-24s %9d %9d %11d %6d%n",
                name, row.requests, row.validated, row.undescribed, row.faulty));
  }
}
