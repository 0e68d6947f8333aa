package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Jq;
import java.util.List;
import java.util.Map;

/** How a connector proves who it is. Texts may hold {@code {{setting}}}. */
sealed interface Auth {
  /** By nothing. */
  record None() implements Auth {}

  /** By a key that stays, in a header or in the query. */
  record ApiKey(String header, String query, String prefix, String key) implements Auth {}

  /** By user and password, RFC 7617. */
  record Basic(String user, String password) implements Auth {}

  /**
   * By a token that ends, RFC 6749.
   *
   * @param grant {@code client_credentials} or {@code refresh_token}
   * @param asBasic whether id and secret go as Basic; otherwise they go in the form
   * @param tokenHeaders what the token request carries besides
   * @param header where the token goes, behind the prefix
   */
  record OAuth2(
      String grant,
      String tokenUrl,
      String clientId,
      String clientSecret,
      String refreshToken,
      boolean asBasic,
      List<String> scopes,
      Map<String, String> tokenHeaders,
      String header,
      String prefix)
      implements Auth {}

  /**
   * By a signature of each request.
   *
   * @param signed yields the text that is signed, from {method, path, query, body, headers, time}
   * @param algorithm as Java names it, such as HmacSHA256
   */
  record Hmac(String secret, Jq signed, String algorithm, boolean hex, String header, String prefix)
      implements Auth {}

  /** Reads the block {@code auth}; without one, there is nothing to prove. */
  static Auth of(JsonNode block, Programs programs) {
    return switch (block.path("kind").asText("none")) {
      case "apiKey" ->
          new ApiKey(
              block.path("header").asText(""),
              block.path("query").asText(""),
              block.path("prefix").asText(""),
              block.path("key").asText());
      case "basic" -> new Basic(block.path("user").asText(), block.path("password").asText());
      case "oauth2ClientCredentials" -> oauth2("client_credentials", block);
      case "oauth2RefreshToken" -> oauth2("refresh_token", block);
      case "hmac" ->
          new Hmac(
              block.path("secret").asText(),
              programs.wanted(block.path("signed"), "auth.signed"),
              "Hmac" + block.path("algorithm").asText("SHA256"),
              block.path("encoding").asText("base64").equals("hex"),
              block.path("header").asText(),
              block.path("prefix").asText(""));
      default -> new None();
    };
  }

  private static OAuth2 oauth2(String grant, JsonNode block) {
    String header = block.path("header").asText("Authorization");
    return new OAuth2(
        grant,
        block.path("tokenUrl").asText(),
        block.path("clientId").asText(),
        block.path("clientSecret").asText(),
        block.path("refreshToken").asText(""),
        block.path("credentials").asText("form").equals("basic"),
        Texts.list(block.path("scopes")),
        Texts.map(block.path("tokenHeaders")),
        header,
        block.path("prefix").asText(header.equals("Authorization") ? "Bearer " : ""));
  }
}
