package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A client that knows of the API only what its OpenAPI document says: an operation is asked for by
 * its id.
 */
final class PublishedClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String host;
  private final String token;
  private final JsonNode document;

  PublishedClient(String host, String token) {
    this.host = host;
    this.token = token;
    this.document = send("GET", host + "/api/v1/openapi.json", "").body();
  }

  /** What was answered. */
  record Answer(int status, JsonNode body) {}

  /**
   * Asks for an operation.
   *
   * @param parameters of its path and its query
   */
  Answer ask(String operation, Map<String, String> parameters, String body) {
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().path("operationId").asText().equals(operation)) {
          String server = document.at("/servers/0/url").asText();
          return send(
              method.getKey().toUpperCase(),
              host + server + filled(path.getKey(), method.getValue(), parameters),
              body);
        }
      }
    }
    throw new AssertionError("the document has no operation " + operation);
  }

  private String filled(String path, JsonNode operation, Map<String, String> parameters) {
    String filled = path;
    StringBuilder query = new StringBuilder();
    for (JsonNode declared : operation.path("parameters")) {
      JsonNode parameter =
          declared.has("$ref") ? document.at(declared.get("$ref").asText().substring(1)) : declared;
      String name = parameter.get("name").asText();
      if (parameters.containsKey(name)) {
        String value =
            URLEncoder.encode(parameters.get(name), StandardCharsets.UTF_8).replace("+", "%20");
        if (parameter.get("in").asText().equals("path")) {
          filled = filled.replace("{" + name + "}", value);
        } else {
          query.append(query.isEmpty() ? "?" : "&").append(name).append("=").append(value);
        }
      }
    }
    return filled + query;
  }

  private Answer send(String method, String address, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.body().length == 0 ? Json.object() : Json.read("answer", response.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
