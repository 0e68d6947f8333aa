package io.serai.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A client of a sandbox's API, with the headers that each of its requests bears. */
public final class Client {
  /** What came back. */
  public record Answer(int status, JsonNode body, HttpResponse<byte[]> whole) {
    /** The first value of a header. */
    public Optional<String> header(String name) {
      return whole.headers().firstValue(name);
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChannelSandbox sandbox;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Client(ChannelSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Bears a header from now on. */
  public Client with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Bears the credentials of the sandbox's settings. */
  public Client withBasic() {
    String pair = sandbox.settings().get("clientId") + ":" + sandbox.settings().get("clientSecret");
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  public Answer get(String path) {
    return send("GET", path, "", "application/json");
  }

  public Answer post(String path, String body) {
    return send("POST", path, body, "application/json");
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body, "application/json");
  }

  /** Sends a body of another type. */
  public Answer send(String method, String path, String body, String type) {
    URI uri = sandbox.server().url().resolve(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", type);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), RestReply.JSON.readTree(answer.body()), answer);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
