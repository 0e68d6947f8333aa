package io.serai.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a description finds wrong with a request. */
class OpenApiTest {
  private static final String DESCRIPTION =
      """
      openapi: 3.0.0
      info: {title: Shop, version: "1"}
      servers: [{url: "https://shop.example/api"}]
      paths:
        /orders/{id}/parcels:
          post:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: Content-Type, in: header, required: true, schema: {type: string}}
              - {name: notify, in: query, schema: {type: boolean}}
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [number]
                    properties:
                      number: {type: string}
                      count: {type: integer}
            responses: {"200": {description: OK}}
      """;

  @TempDir Path folder;
  private OpenApi description;

  @BeforeEach
  void describe() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.yaml"), DESCRIPTION);
    description = new OpenApi(file, "/api", List.of());
  }

  @Test
  void aRequestAsItIsDescribedHasNoFault() {
    assertThat(faults("?notify=true", "{\"number\":\"1\",\"count\":2}")).isEmpty();
  }

  @Test
  void aWrongTypeAMissingFieldAndAnUnknownOneAreFound() {
    assertThat(faults("", "{\"number\":1}")).hasSize(1);
    assertThat(faults("", "{\"count\":2}")).hasSize(1);
    assertThat(faults("", "{\"number\":\"1\",\"cuont\":2}")).hasSize(1);
  }

  @Test
  void aQueryParameterThatIsNotDescribedIsFound() {
    assertThat(faults("?notfy=true", "{\"number\":\"1\"}")).hasSize(1);
    assertThat(faults("?notify=maybe", "{\"number\":\"1\"}")).hasSize(1);
  }

  @Test
  void anotherPathOrMethodIsNotKnown() {
    assertThat(description.knows(call("POST", "/api/orders/7/parcels", "{}"))).isTrue();
    assertThat(description.knows(call("GET", "/api/orders/7/parcels", ""))).isFalse();
    assertThat(description.knows(call("POST", "/orders/7/parcels", "{}"))).isFalse();
  }

  private List<String> faults(String query, String body) {
    return description.faults(call("POST", "/api/orders/7/parcels" + query, body));
  }

  private static OfficialRequest call(String method, String path, String body) {
    return new OfficialRequest(
        "parcel",
        method,
        URI.create("https://shop.example" + path),
        Map.of("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
