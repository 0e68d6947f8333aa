package io.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The OpenAPI document that the hub publishes. */
class ContractTest {
  private final Contract contract = Contract.load();

  @Test
  void theDocumentIsValidOpenApi() {
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(contract.json().toString());
    assertThat(read.getMessages()).isEmpty();
    assertThat(new OpenAPIV3Parser().readContents(contract.yaml()).getMessages()).isEmpty();
  }

  @Test
  void everySchemaIsDescribedAndHasAnExample() {
    for (var schema : contract.json().at("/components/schemas").properties()) {
      assertThat(schema.getValue().has("example")).as(schema.getKey()).isTrue();
      isDescribed(schema.getKey(), schema.getValue());
    }
  }

  // The parts of the canonical order say in its own schema what needs to be said.
  private static void isDescribed(String name, JsonNode schema) {
    if (schema.has("$ref")) {
      return;
    }
    assertThat(schema.has("description")).as(name).isTrue();
    if (!name.equals("PushedOrder")) {
      schema
          .path("properties")
          .properties()
          .forEach(each -> isDescribed(name + "." + each.getKey(), each.getValue()));
      if (schema.has("items")) {
        isDescribed(name + "[]", schema.get("items"));
      }
    }
  }

  // What is kept for a repeat would be the secret.
  private static final Set<String> WITH_SECRETS = Set.of("createWebhook", "rotateWebhookSecret");

  @Test
  void whateverChangesSomethingTakesAnIdempotencyKeyAndAWriteScope() {
    Set<String> ids = new HashSet<>();
    for (Operation operation : contract.operations()) {
      assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
      if (operation.changes()) {
        assertThat(operation.scope().orElseThrow().word()).as(operation.id()).endsWith(":write");
        assertThat(operation.takesKey())
            .as(operation.id())
            .isNotEqualTo(WITH_SECRETS.contains(operation.id()));
      }
    }
  }

  @Test
  void whatTakesAnOrderTakesTheCanonicalOne() {
    JsonNode order = contract.json().at("/components/schemas/PushedOrder");
    assertThat(order.at("/properties/customer/properties/email/nullable").asBoolean()).isTrue();
    assertThat(order.get("required")).anyMatch(name -> name.asText().equals("lines"));
    assertThat(order.at("/properties/channel/description").asText()).isNotEmpty();
  }
}
