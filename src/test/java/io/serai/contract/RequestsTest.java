package io.serai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.api.Transport;
import io.serai.check.SentRequests;
import io.serai.check.SentRequests.Sent;
import io.serai.config.Connector;
import io.serai.sandbox.contract.Description;
import io.serai.sandbox.contract.Descriptions;
import io.serai.sandbox.contract.GraphQl;
import io.serai.sandbox.contract.OfficialRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every request that the fixtures of a connector send is one that the channel describes. */
class RequestsTest {
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
    for (String channel : Descriptions.channels()) {
      Contracts.connector(channel)
          .filter(connector -> connector.declared().path("api").isObject())
          .ifPresent(connector -> validate(connector, Descriptions.of(folder, channel)));
    }
    print();
    assertThat(faults).isEmpty();
  }

  @Test
  void everyGraphqlDocumentOfAConnectorIsOneOfTheOfficialSchema() throws IOException {
    Path folder = Contracts.folder();
    for (String channel : Descriptions.channels()) {
      Optional<Connector> connector = Contracts.connector(channel);
      if (connector.isPresent() && !graphql(connector.get()).isEmpty()) {
        documents(connector.get(), Descriptions.of(folder, channel).schemas().get(0));
      }
    }
    assertThat(faults).isEmpty();
  }

  private void documents(Connector connector, GraphQl schema) throws IOException {
    for (Path file : graphql(connector)) {
      List<String> wrong = schema.faults(Files.readString(file));
      wrong.forEach(fault -> faults.add(file + ": " + fault));
      System.out.printf(
          "%-10s %-40s %d faults%n", connector.name(), file.getFileName(), wrong.size());
    }
  }

  private static List<Path> graphql(Connector connector) throws IOException {
    try (Stream<Path> files = Files.list(connector.folder())) {
      return files.filter(each -> each.toString().endsWith(".graphql")).toList();
    }
  }

  private void validate(Connector connector, Descriptions descriptions) {
    for (Sent sent : SentRequests.of(connector)) {
      Row row = table.computeIfAbsent(connector.name() + " " + sent.operation(), none -> new Row());
      row.requests++;
      validate(connector.name(), sent, row, descriptions);
    }
  }

  private void validate(String connector, Sent sent, Row row, Descriptions descriptions) {
    OfficialRequest request = request(sent);
    Optional<Description> known = descriptions.of(request);
    List<String> wrong =
        known
            .map(description -> description.faults(request))
            .orElseGet(() -> List.of("no description knows it"));
    if (known.isEmpty() && descriptions.inProseOnly(request).isPresent()) {
      row.undescribed++;
    } else if (wrong.isEmpty()) {
      row.validated++;
    } else {
      row.faulty++;
      faults.add(connector + ", \"" + sent.fixture() + "\": " + sent.call() + ": " + wrong);
    }
  }

  private static OfficialRequest request(Sent sent) {
    Transport.Call call = sent.call();
    return new OfficialRequest(
        sent.operation(), call.method(), call.uri(), call.headers(), call.body());
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
