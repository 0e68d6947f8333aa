package io.serai.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for contents, by SHA-256. */
public final class Digest {
  private Digest() {}

  /** A SHA-256 of what is yet to be read. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The SHA-256 of what has been read, in hexadecimal. */
  public static String of(MessageDigest read) {
    return HexFormat.of().formatHex(read.digest());
  }

  /** The SHA-256 of bytes, in hexadecimal. */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(begin().digest(content));
  }

  /** The SHA-256 of a text in UTF-8, in hexadecimal. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
