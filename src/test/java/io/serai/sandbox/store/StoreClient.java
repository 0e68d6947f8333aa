package io.serai.sandbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A client of the sandbox store, as any other over HTTP. */
public final class StoreClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI graphql;
  private final String token;

  public StoreClient(URI graphql, String token) {
    this.graphql = graphql;
    this.token = token;
  }

  /** The body of an answer, whatever its status. */
  public JsonNode ask(String query, Map<String, Object> variables) {
    return json(post(query, variables).body());
  }

  /** The data of an answer without errors. */
  public JsonNode data(String query, Map<String, Object> variables) {
    JsonNode answer = ask(query, variables);
    if (answer.has("errors")) {
      throw new AssertionError(answer.toString());
    }
    return answer.path("data");
  }

  public HttpResponse<String> post(String query, Map<String, Object> variables) {
    try {
      return send(JSON.writeValueAsString(Map.of("query", query, "variables", variables)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HttpResponse<String> send(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(graphql)
            .header("Content-Type", "application/json")
            .header("X-Shopify-Access-Token", token)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(body, e);
    }
  }
}
