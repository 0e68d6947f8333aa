package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.Rejected;
import io.serai.delivery.TryLater;
import io.serai.mapping.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The token of one account: asked for when it is wanted, renewed before it ends, by one at a time.
 */
final class Tokens {
  private static final Duration UNSAID = Duration.ofHours(1);

  private final Auth.OAuth2 auth;
  private final UnaryOperator<String> fill;
  private final Transport transport;
  private final Clock clock;
  private Optional<Token> token = Optional.empty();
  private Optional<Token> last = Optional.empty();

  Tokens(Auth.OAuth2 auth, UnaryOperator<String> fill, Transport transport, Clock clock) {
    this.auth = auth;
    this.fill = fill;
    this.transport = transport;
    this.clock = clock;
  }

  /** A token that will be taken, as far as one can know. */
  synchronized Token current() {
    if (token.isEmpty() || !clock.instant().isBefore(token.get().renewAt())) {
      token = Optional.of(ask());
      last = token;
    }
    return token.orElseThrow();
  }

  /** The other side does not take it: the next who wants one gets another. */
  synchronized void refuse(Token refused) {
    token = token.filter(known -> !known.equals(refused));
  }

  /** The last token, refused or not, for whoever must not print it. */
  synchronized Optional<Token> last() {
    return last;
  }

  private Token ask() {
    Map<String, String> headers = new LinkedHashMap<>();
    auth.tokenHeaders().forEach((name, text) -> headers.put(name, fill.apply(text)));
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.putIfAbsent("Accept", "application/json");
    if (auth.asBasic()) {
      headers.put(
          "Authorization", basic(fill.apply(auth.clientId()), fill.apply(auth.clientSecret())));
    }
    byte[] form = Request.pairs(form()).getBytes(StandardCharsets.UTF_8);
    try {
      URI uri = URI.create(fill.apply(auth.tokenUrl()));
      return read(Answer.read(transport.send(new Transport.Call("POST", uri, headers, form))));
    } catch (IOException e) {
      throw new TryLater("the token cannot be had now: " + e.getMessage());
    }
  }

  private ObjectNode form() {
    ObjectNode form = Json.object().put("grant_type", auth.grant());
    if (!auth.asBasic()) {
      form.put("client_id", fill.apply(auth.clientId()));
      form.put("client_secret", fill.apply(auth.clientSecret()));
    }
    if (auth.grant().equals("refresh_token")) {
      form.put("refresh_token", fill.apply(auth.refreshToken()));
    }
    if (!auth.scopes().isEmpty()) {
      form.put("scope", String.join(" ", auth.scopes()));
    }
    return form;
  }

  private Token read(Answer answer) {
    if (answer.status() >= 500
        || answer.status() == 429
        || answer.status() == 408
        || answer.cutShort()) {
      throw new TryLater("the token cannot be had now: HTTP " + answer.status());
    }
    JsonNode value = answer.body().path("access_token");
    if (answer.status() / 100 != 2 || !value.isTextual()) {
      String error = answer.body().path("error").asText("");
      throw new Rejected(
          "no token is given to the account: HTTP "
              + answer.status()
              + (error.isEmpty() ? "" : " " + error)
              + "; check its credentials in serai.yaml");
    }
    Duration life =
        answer.body().path("expires_in").asLong(0) > 0
            ? Duration.ofSeconds(answer.body().get("expires_in").asLong())
            : UNSAID;
    return Token.lasting(value.asText(), life, clock.instant());
  }

  static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
