package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.AccountSettings;
import io.serai.config.Connector;
import io.serai.config.Fault;
import io.serai.config.LocatedYaml;
import io.serai.config.Nearest;
import io.serai.mapping.Jq;
import io.serai.mapping.MappingFault;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * Checks the blocks {@code api} and {@code webhooks} beyond their schema: that each program is
 * there and compiles, that each placeholder is a setting, and that what a kind wants is given.
 */
final class ApiCheck {
  private static final JsonPointer API = JsonPointer.compile("/api");
  private static final JsonPointer WEBHOOKS = JsonPointer.compile("/webhooks");
  private static final Set<String> PROGRAMS =
      Set.of(
          "slowDown",
          "test",
          "message",
          "request",
          "next",
          "expired",
          "items",
          "number",
          "revision",
          "cursor",
          "detail",
          "lookup",
          "requests",
          "signed",
          "id",
          "when",
          "news",
          "orders");
  private static final Set<String> WITH_NEXT = Set.of("cursor", "nextUrl", "nextQuery");

  private final Connector connector;
  private final LocatedYaml yaml;
  private final List<Fault> faults = new ArrayList<>();

  ApiCheck(Connector connector) {
    this.connector = connector;
    this.yaml = LocatedYaml.read(connector.folder().resolve("connector.yaml"));
  }

  /** Every fault of the blocks; none when there are none. */
  List<Fault> faults() {
    JsonNode api = yaml.root().path("api");
    visit(api, API, "");
    visit(yaml.root().path("webhooks"), WEBHOOKS, "");
    paging(api.at("/orders/paging"));
    order(api);
    return faults;
  }

  private void visit(JsonNode node, JsonPointer at, String key) {
    if (node.isTextual()) {
      if (PROGRAMS.contains(key) && !isWithin(at, "carriers", "headers", "tokenHeaders")) {
        program(node.asText(), at);
      } else {
        placeholders(node.asText(), at);
      }
    }
    node.properties().forEach(e -> visit(e.getValue(), at.appendProperty(e.getKey()), e.getKey()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      visit(node.get(i), at.appendIndex(i), key);
    }
  }

  private static boolean isWithin(JsonPointer at, String... blocks) {
    return at.head() != null && Set.of(blocks).contains(at.head().last().getMatchingProperty());
  }

  private void program(String text, JsonPointer at) {
    if (!text.endsWith(".jq")) {
      try {
        Jq.compile("", text);
      } catch (MappingFault e) {
        faults.add(JqFault.of(yaml.file(), yaml.line(at) - (text.contains("\n") ? 0 : 1), e));
      }
    } else if (!Files.isRegularFile(connector.folder().resolve(text))) {
      List<String> known =
          connector.mappings().stream().map(file -> file.getFileName().toString()).toList();
      faults.add(
          yaml.fault(at, "no file \"" + text + "\" in the folder", Nearest.cure(text, known)));
    }
  }

  private void placeholders(String text, JsonPointer at) {
    Set<String> known = new TreeSet<>(Set.of(AccountSettings.UUID_PLACEHOLDER));
    connector.settings().path("properties").fieldNames().forEachRemaining(known::add);
    Matcher found = AccountSettings.PLACEHOLDER.matcher(text);
    while (found.find()) {
      String name = found.group(1);
      if (!known.contains(name.replaceFirst("\\..*", ""))) {
        String what = "{{" + name + "}} is no setting of the connector";
        faults.add(yaml.fault(at, what, Nearest.cure(name, known)));
      }
    }
  }

  private void paging(JsonNode paging) {
    JsonPointer at = JsonPointer.compile("/api/orders/paging/kind");
    String kind = paging.path("kind").asText("");
    if (WITH_NEXT.contains(kind) && !paging.has("next")) {
      String what = "paging of the kind " + kind + " lacks what leads to the next page";
      faults.add(yaml.fault(at, what, "add for example: next: .pagination.next"));
    }
    if (Set.of("page", "offset").contains(kind) && !paging.has("next") && !paging.has("size")) {
      String what = "paging of the kind " + kind + " cannot know its last page";
      faults.add(yaml.fault(at, what, "add for example: size: 100"));
    }
  }

  private void order(JsonNode api) {
    if (api.has("orders") && !Files.isRegularFile(connector.folder().resolve("order.jq"))) {
      String what = "orders are read, but no order.jq brings them into the hub's form";
      faults.add(yaml.fault(API.appendProperty("orders"), what, "write order.jq beside this file"));
    }
  }
}
