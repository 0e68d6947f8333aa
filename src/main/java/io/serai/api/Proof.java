package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a sender proves that a notification is its own. Secrets may hold {@code {{setting}}}. */
sealed interface Proof {
  /** The secret, as it is declared. */
  String secret();

  /** Whether the notification is from whoever knows the secret; takes as long when it is not. */
  boolean holds(Notification notification, String secret);

  /** The notification as the one who knows the secret would send it. */
  Notification prove(Notification notification, String secret);

  /**
   * By a signature over the bytes of the body, RFC 2104.
   *
   * @param algorithm as Java names it, such as HmacSHA256
   */
  record Hmac(String secret, String header, String algorithm, boolean hex, String prefix)
      implements Proof {
    @Override
    public boolean holds(Notification notification, String key) {
      String given = notification.headers().getOrDefault(header.toLowerCase(Locale.ROOT), "");
      byte[] wanted = sign(notification.body(), key);
      return given.startsWith(prefix)
          && decoded(given.substring(prefix.length()).strip())
              .filter(signature -> MessageDigest.isEqual(wanted, signature))
              .isPresent();
    }

    @Override
    public Notification prove(Notification notification, String key) {
      byte[] signature = sign(notification.body(), key);
      String text =
          hex ? HexFormat.of().formatHex(signature) : Base64.getEncoder().encodeToString(signature);
      return notification.withHeader(header, prefix + text);
    }

    private byte[] sign(byte[] body, String key) {
      try {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac.doFinal(body);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("cannot verify by " + algorithm, e);
      }
    }

    private Optional<byte[]> decoded(String text) {
      try {
        return Optional.of(
            hex
                ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
                : Base64.getDecoder().decode(text));
      } catch (IllegalArgumentException none) {
        return Optional.empty();
      }
    }
  }

  /**
   * By a word that only the sender knows, in a header or in the query.
   *
   * @param header empty when it stands in the query
   */
  record Token(String secret, String header, String query, String prefix) implements Proof {
    @Override
    public boolean holds(Notification notification, String key) {
      String given =
          header.isEmpty()
              ? notification.query().getOrDefault(query, "")
              : notification.headers().getOrDefault(header.toLowerCase(Locale.ROOT), "");
      return MessageDigest.isEqual(
          (prefix + key).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Notification prove(Notification notification, String key) {
      return header.isEmpty()
          ? new Notification(
              notification.headers(), Map.of(query, prefix + key), notification.body())
          : notification.withHeader(header, prefix + key);
    }
  }

  /** Reads the block {@code verify}. */
  static Proof of(JsonNode block) {
    String secret = block.path("secret").asText();
    String prefix = block.path("prefix").asText("");
    return block.path("kind").asText().equals("hmac")
        ? new Hmac(
            secret,
            block.path("header").asText(),
            "Hmac" + block.path("algorithm").asText("SHA256"),
            block.path("encoding").asText("base64").equals("hex"),
            prefix)
        : new Token(
            secret, block.path("header").asText(""), block.path("query").asText(""), prefix);
  }
}
