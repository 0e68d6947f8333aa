package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.serai.api.Api;
import io.serai.api.Operation;
import io.serai.config.Connector;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.config.Nearest;
import io.serai.config.SchemaCheck;
import io.serai.config.Schemas;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the fixtures of one connector: each mapping on its input, against what is expected. */
final class Fixtures {
  private static final ObjectMapper JSON = Json.MAPPER;
  private static final JsonNode NONE = MissingNode.getInstance();
  private static final SchemaCheck CHECK = SchemaCheck.of(Schemas.fixture());

  private final Connector connector;
  private final Map<String, Jq> mappings = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final boolean isGood;
  private final Consumer<Rehearsal> rehearsed;
  private int count;

  /**
   * @param isGood whether what the connector declares is without a fault
   */
  Fixtures(Connector connector, boolean isGood) {
    this(connector, isGood, none -> {});
  }

  /**
   * @param rehearsed learns what each fixture of an operation has sent
   */
  Fixtures(Connector connector, boolean isGood, Consumer<Rehearsal> rehearsed) {
    this.connector = connector;
    this.isGood = isGood;
    this.rehearsed = rehearsed;
  }

  /** Compiles the mappings and runs every fixture. */
  List<Fault> run() {
    connector.mappings().forEach(this::compile);
    for (Path file : connector.fixtures()) {
      LocatedYaml yaml = LocatedYaml.read(file);
      List<Fault> wrong = yaml.faults().isEmpty() ? CHECK.faults(yaml) : yaml.faults();
      faults.addAll(wrong);
      for (int i = 0; wrong.isEmpty() && i < yaml.root().size(); i++) {
        fixture(file, yaml, JsonPointer.empty().appendIndex(i));
      }
    }
    return faults;
  }

  /** How many fixtures have been run. */
  int count() {
    return count;
  }

  private void compile(Path file) {
    try {
      mappings.put(file.getFileName().toString(), Jq.load(file));
    } catch (MappingFault e) {
      faults.add(JqFault.of(file.toString(), 0, e));
    }
  }

  private void fixture(Path file, LocatedYaml yaml, JsonPointer at) {
    count++;
    JsonNode fixture = yaml.root().at(at);
    if (fixture.has("operation")) {
      operation(file, yaml, at, fixture);
      return;
    }
    Optional<Jq> mapping = mapping(yaml, at, fixture.get("mapping").asText());
    Optional<JsonNode> input = value(file, yaml, at.appendProperty("input"));
    if (fixture.has("expect") == fixture.has("error")) {
      String what = "the fixture \"" + fixture.get("name").asText() + "\" ";
      String found = fixture.has("error") ? "expects both a value and an error" : "expects nothing";
      faults.add(yaml.fault(at, what + found, "write one of: expect, error"));
    } else if (mapping.isPresent() && input.isPresent()) {
      run(new Run(file, yaml, at, fixture), mapping.get(), input.get());
    }
  }

  private void operation(Path file, LocatedYaml yaml, JsonPointer at, JsonNode fixture) {
    Run run = new Run(file, yaml, at, fixture);
    String word = fixture.get("operation").asText();
    boolean isWebhook = word.equals(WebhookRun.WORD);
    Optional<Api> api =
        api().filter(each -> isWebhook || each.declares(Operation.of(word).orElseThrow()));
    if (isWebhook ? !connector.declared().has("webhooks") : api.isEmpty()) {
      String what = run.name() + " runs " + word + ", which api does not declare";
      String cure = isWebhook ? "declare webhooks" : "declare api." + word;
      faults.add(yaml.fault(at.appendProperty("operation"), what, cure));
      return;
    }
    RecordedAnswers answers = new RecordedAnswers();
    JsonPointer recorded = at.appendProperty("answers");
    for (int i = 0; i < fixture.path("answers").size(); i++) {
      JsonPointer body = recorded.appendIndex(i).appendProperty("body");
      answers.add(fixture.get("answers").get(i), value(file, yaml, body).orElse(NONE));
    }
    Optional<JsonNode> input = value(file, yaml, at.appendProperty("input"));
    Optional<JsonNode> wanted = value(file, yaml, at.appendProperty("expect"));
    if (input.isPresent() && wanted.isPresent()) {
      JsonNode got =
          isWebhook
              ? new WebhookRun(connector, api, answers).result(fixture, input.get())
              : new OperationRun(connector, api.get(), answers).result(fixture, input.get());
      rehearsed.accept(new Rehearsal(fixture.get("name").asText(), word, answers.everyCall()));
      differ(run, Expectation.differences(wanted.get(), got), "ends with ");
    }
  }

  /** The declaration, if it is there and without a fault; its faults are told elsewhere. */
  private Optional<Api> api() {
    try {
      return isGood ? Api.of(connector) : Optional.empty();
    } catch (MappingFault | UncheckedIOException faulty) {
      return Optional.empty();
    }
  }

  /** One fixture on its way. */
  private record Run(Path file, LocatedYaml yaml, JsonPointer at, JsonNode fixture) {
    String name() {
      return "the fixture \"" + fixture.get("name").asText() + "\"";
    }

    String cure() {
      String what =
          fixture.path("mapping").asText("the connector's " + fixture.path("operation").asText());
      return "correct " + what + " or, if it is right, the fixture";
    }
  }

  private void run(Run run, Jq mapping, JsonNode input) {
    Map<String, JsonNode> variables = new HashMap<>();
    run.fixture()
        .path("variables")
        .properties()
        .forEach(e -> variables.put(e.getKey(), e.getValue()));
    try {
      List<JsonNode> results = mapping.apply(input, variables);
      if (run.fixture().has("error")) {
        error(run, "no error");
      } else {
        value(run.file(), run.yaml(), run.at().appendProperty("expect"))
            .ifPresent(wanted -> compare(run, wanted, whole(results)));
      }
    } catch (MappingFault e) {
      error(run, e.getMessage());
    }
  }

  private void error(Run run, String message) {
    String wanted = run.fixture().path("error").asText("");
    if (wanted.isEmpty() || !message.contains(wanted)) {
      String key = wanted.isEmpty() ? "mapping" : "error";
      String what = run.name() + " ends in " + message.lines().findFirst().orElse("an error");
      String expected =
          wanted.isEmpty() ? "" : " where an error with \"" + wanted + "\" is expected";
      faults.add(run.yaml().fault(run.at().appendProperty(key), what + expected, run.cure()));
    }
  }

  private void compare(Run run, JsonNode wanted, JsonNode got) {
    differ(run, Difference.between(wanted, got), "yields ");
  }

  private void differ(Run run, List<Difference> differences, String verb) {
    JsonPointer at = run.at().appendProperty("expect");
    boolean isInline = !isFile(run.fixture().get("expect"));
    for (Difference difference : differences) {
      JsonPointer place = isInline ? at.append(difference.at()) : at;
      String what = run.name() + " " + verb + said(difference);
      faults.add(run.yaml().fault(place, what, run.cure()));
    }
  }

  private static String said(Difference difference) {
    String path = LocatedYaml.path(difference.at());
    String where = path.isEmpty() ? "" : path + " = ";
    return where + text(difference.got()) + " where " + text(difference.wanted()) + " is expected";
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }

  private static JsonNode whole(List<JsonNode> results) {
    if (results.size() == 1) {
      return results.get(0);
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    return all.addAll(results);
  }

  private Optional<Jq> mapping(LocatedYaml yaml, JsonPointer at, String name) {
    List<String> known =
        connector.mappings().stream().map(file -> file.getFileName().toString()).toList();
    if (!known.contains(name)) {
      String what = "unknown mapping \"" + name + "\"";
      String cure = Nearest.cure(name, known);
      faults.add(yaml.fault(at.appendProperty("mapping"), what, cure));
    }
    return Optional.ofNullable(mappings.get(name));
  }

  /** The value at the pointer, or what the file holds that it names. */
  private Optional<JsonNode> value(Path fixture, LocatedYaml yaml, JsonPointer at) {
    JsonNode value = yaml.root().at(at);
    if (!isFile(value)) {
      return Optional.of(value);
    }
    Path file = fixture.resolveSibling(value.asText());
    try {
      return Optional.of(JSON.readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      faults.add(
          new Fault(
              file.toString(), line, "not JSON: " + e.getOriginalMessage(), "correct it there"));
    } catch (IOException e) {
      String what = "the file " + value.asText() + " cannot be read";
      faults.add(yaml.fault(at, what, "put it beside " + fixture.getFileName()));
    }
    return Optional.empty();
  }

  private static boolean isFile(JsonNode value) {
    return value.isTextual() && value.asText().endsWith(".json");
  }
}
