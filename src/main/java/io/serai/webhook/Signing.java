package io.serai.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages by the Standard Webhooks specification 1.0.0 (standardwebhooks.com): HMAC-SHA256
 * over id, time and body, once with each secret that is in force.
 */
public final class Signing {
  private static final String PREFIX = "whsec_";
  private static final int SECRET_BYTES = 32;

  private Signing() {}

  /** A new secret, in its bytes. */
  static byte[] newSecret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** A secret as its receiver keeps it. */
  static String shown(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /**
   * The headers of a message.
   *
   * @param id the same for every attempt
   * @param at when this attempt is made
   * @param secrets the newest first
   */
  public static Map<String, String> headers(
      String id, Instant at, byte[] body, List<byte[]> secrets) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
    headers.put(
        "webhook-signature",
        secrets.stream()
            .map(secret -> "v1," + signature(secret, id, at.getEpochSecond(), body))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private static String signature(byte[] secret, String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
