package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request by HMAC, RFC 2104. */
final class Signature {
  private Signature() {}

  /** The signature of a request as the connector declares it. */
  static String of(
      Auth.Hmac auth, String secret, Transport.Call call, Map<String, JsonNode> variables) {
    var request =
        Json.object()
            .put("method", call.method())
            .put("url", call.uri().toString())
            .put("path", call.uri().getRawPath())
            .put("query", call.uri().getRawQuery())
            .put("body", new String(call.body(), StandardCharsets.UTF_8));
    request.set("headers", Json.MAPPER.valueToTree(call.headers()));
    String text = auth.signed().one(request, variables).asText();
    try {
      Mac mac = Mac.getInstance(auth.algorithm());
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), auth.algorithm()));
      byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return auth.hex()
          ? HexFormat.of().formatHex(signature)
          : Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot sign by " + auth.algorithm() + ": " + e.getMessage(), e);
    }
  }
}
