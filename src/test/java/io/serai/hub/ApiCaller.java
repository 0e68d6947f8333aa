package io.serai.hub;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A program that calls the API; each answer is held to the OpenAPI document, and each request that
 * was taken too.
 */
final class ApiCaller {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final String token;
  private final OpenApiInteractionValidator contract;

  ApiCaller(String base, String token, OpenApiInteractionValidator contract) {
    this.base = base;
    this.token = token;
    this.contract = contract;
  }

  /** A validator of the document that the hub serves. */
  static OpenApiInteractionValidator contract(String json) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(json)
        .withLevelResolver(
            LevelResolver.create()
                .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                .build())
        .build();
  }

  /** What the API has answered. */
  record Said(int status, JsonNode body, HttpResponse<byte[]> response) {
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String detail() {
      return body.path("detail").asText();
    }
  }

  ApiCaller with(String other) {
    return new ApiCaller(base, other, contract);
  }

  Said get(String path) {
    return call("GET", path, "", Map.of());
  }

  Said post(String path, String body) {
    return call("POST", path, body, Map.of());
  }

  Said put(String path, String body) {
    return call("PUT", path, body, Map.of());
  }

  Said call(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      String type = response.headers().firstValue("Content-Type").orElse("");
      Said said =
          new Said(
              response.statusCode(),
              type.endsWith("json") ? Json.read("answer", response.body()) : Json.object(),
              response);
      hold(method, path, body, said, type);
      return said;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void hold(String method, String path, String body, Said said, String type) {
    if (said.status() == 404 || said.status() == 405 || said.status() >= 500) {
      return;
    }
    String bare = path.replaceFirst("\\?.*", "");
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(said.status())
            .withBody(new String(said.response().body(), StandardCharsets.UTF_8));
    if (!type.isEmpty()) {
      response.withContentType(type);
    }
    refuse(
        contract.validateResponse(bare, Request.Method.valueOf(method), response.build()),
        said.response());
    if (said.status() / 100 == 2) {
      SimpleRequest.Builder request = new SimpleRequest.Builder(method, bare);
      query(path, request);
      if (!body.isEmpty()) {
        request.withContentType("application/json").withBody(body);
      }
      refuse(contract.validateRequest(request.build()), said.response());
    }
  }

  private static void query(String path, SimpleRequest.Builder request) {
    if (path.contains("?")) {
      for (String pair : path.replaceFirst(".*\\?", "").split("&")) {
        String[] halves = pair.split("=", 2);
        request.withQueryParam(
            halves[0], java.net.URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
      }
    }
  }

  private static void refuse(ValidationReport report, HttpResponse<byte[]> response) {
    if (report.hasErrors()) {
      throw new AssertionError(
          response + " " + new String(response.body(), StandardCharsets.UTF_8) + " " + report);
    }
  }
}
