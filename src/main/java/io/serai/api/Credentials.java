package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.delivery.Rejected;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Makes of a request the call that goes out: addressed, with the headers of all requests, and
 * proven. What leaves for another host than the channel's own carries neither.
 */
final class Credentials {
  private static final String TOKEN = "{{token}}";
  private static final String UNRESERVED = "-._~:/?#[]@!$&'()*+,;=%";

  private final Api api;
  private final AccountSettings settings;
  private final Optional<Tokens> tokens;

  Credentials(Api api, AccountSettings settings, Transport transport, Clock outside) {
    this.api = api;
    this.settings = settings;
    this.tokens =
        api.auth() instanceof Auth.OAuth2 oauth2
            ? Optional.of(new Tokens(oauth2, settings::fill, transport, outside))
            : Optional.empty();
  }

  /**
   * A call with its credentials.
   *
   * @param refused notes that they have not been taken; true if there may be others
   */
  record Signed(Transport.Call call, BooleanSupplier refused) {
    boolean refuse() {
      return refused.getAsBoolean();
    }
  }

  Signed sign(Request request, Map<String, JsonNode> variables) {
    URI base = URI.create(settings.fill(api.url()));
    URI uri = address(base, request);
    Map<String, String> headers = new LinkedHashMap<>();
    boolean isHome = origin(uri).equals(origin(base));
    if (isHome) {
      headers.put("Accept", "application/json");
      api.headers().forEach((name, text) -> headers.put(name, settings.fill(text)));
    }
    headers.putAll(request.headers());
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    Transport.Call call = new Transport.Call(request.method(), uri, headers, body);
    return isHome ? prove(call, variables) : new Signed(call, () -> false);
  }

  /** The address with the scheme and the host of the channel, whatever it names itself. */
  String atHome(String address) {
    String path = address.replaceFirst("(?i)^https?://[^/?]*", "");
    return origin(URI.create(settings.fill(api.url()))) + (path.startsWith("/") ? "" : "/") + path;
  }

  /** The text without secrets and without the token. */
  String hide(String text) {
    String hidden = settings.hide(text);
    return tokens
        .flatMap(Tokens::last)
        .map(token -> hidden.replace(token.value(), "***"))
        .orElse(hidden);
  }

  private Signed prove(Transport.Call call, Map<String, JsonNode> variables) {
    Map<String, String> headers = call.headers();
    Auth auth = api.auth();
    if (auth instanceof Auth.Basic basic) {
      headers.put(
          "Authorization",
          Tokens.basic(settings.fill(basic.user()), settings.fill(basic.password())));
    } else if (auth instanceof Auth.ApiKey key) {
      return new Signed(withKey(call, key), () -> false);
    } else if (auth instanceof Auth.OAuth2 oauth2) {
      Token token = tokens.orElseThrow().current();
      String own = headers.getOrDefault(oauth2.header(), oauth2.prefix() + TOKEN);
      headers.put(oauth2.header(), own.replace(TOKEN, token.value()));
      return new Signed(call, () -> refuse(token));
    } else if (auth instanceof Auth.Hmac hmac) {
      String secret = settings.fill(hmac.secret());
      headers.put(hmac.header(), hmac.prefix() + Signature.of(hmac, secret, call, variables));
    }
    return new Signed(call, () -> false);
  }

  private boolean refuse(Token token) {
    tokens.orElseThrow().refuse(token);
    return true;
  }

  private Transport.Call withKey(Transport.Call call, Auth.ApiKey key) {
    String value = key.prefix() + settings.fill(key.key());
    if (!key.header().isEmpty()) {
      call.headers().put(key.header(), value);
      return call;
    }
    String query = Request.pairs(io.serai.mapping.Json.object().put(key.query(), value));
    String address = call.uri().toString();
    return new Transport.Call(
        call.method(),
        URI.create(address + (address.contains("?") ? "&" : "?") + query),
        call.headers(),
        call.body());
  }

  /** The address of a request; one from an answer may hold what no address may, and is mended. */
  private static URI address(URI base, Request request) {
    String target = request.target();
    String whole;
    if (target.matches("(?i)https?://.*")) {
      whole = target;
    } else {
      String home = base.toString().replaceFirst("/+$", "");
      whole = home + (target.startsWith("/") ? "" : "/") + target;
    }
    String query = request.query();
    String asked = query.isEmpty() ? whole : whole + (whole.contains("?") ? "&" : "?") + query;
    try {
      return URI.create(legal(asked));
    } catch (IllegalArgumentException e) {
      throw new Rejected("no address: " + target);
    }
  }

  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      legal.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return legal.toString();
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
