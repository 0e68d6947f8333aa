package io.serai.sandbox.amazon;

import io.serai.sandbox.rest.AccessTokens;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import java.util.List;
import java.util.Map;

/** Gives access tokens for the one refresh token of the one app. */
final class LoginWithAmazon {
  static final String CLIENT = "amzn1.application-oa2-client.sandbox";
  static final String SECRET = "amzn1.oa2-cs.v1.sandbox-secret";
  static final String REFRESH = "Atzr|sandbox-refresh-token";

  private final AccessTokens tokens;

  LoginWithAmazon(AccessTokens tokens) {
    this.tokens = tokens;
  }

  RestReply token(RestRequest request) {
    Map<String, List<String>> form = request.form();
    if (!is(form, "grant_type", "refresh_token")) {
      return refused("unsupported_grant_type", "The grant type must be refresh_token.");
    }
    if (!is(form, "client_id", CLIENT) || !is(form, "client_secret", SECRET)) {
      return refused("invalid_client", "Client authentication failed.");
    }
    if (!is(form, "refresh_token", REFRESH)) {
      return refused("invalid_grant", "The refresh token is not valid.");
    }
    return RestReply.json(
        Map.of(
            "access_token",
            tokens.issue(),
            "refresh_token",
            REFRESH,
            "token_type",
            "bearer",
            "expires_in",
            tokens.life().toSeconds()));
  }

  private static boolean is(Map<String, List<String>> form, String name, String value) {
    return List.of(value).equals(form.get(name));
  }

  private static RestReply refused(String error, String description) {
    return RestReply.json(400, Map.of("error", error, "error_description", description));
  }
}
