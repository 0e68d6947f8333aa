package io.serai.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets in the database so that whoever has the database alone cannot read them: AES-GCM
 * with 256 bits, under the SHA-256 of the hub's key.
 */
public final class SecretBox {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Supplier<String> key;
  private final SecureRandom random = new SecureRandom();

  /**
   * A box under a key.
   *
   * @param key long and random, looked up when it is needed; two hubs on one database have the same
   */
  public SecretBox(Supplier<String> key) {
    this.key = key;
  }

  /** Locks a secret away; what it belongs to must be named again to get it out. */
  byte[] lock(String owner, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] locked = run(Cipher.ENCRYPT_MODE, owner, nonce, secret);
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + locked.length);
    System.arraycopy(locked, 0, both, NONCE_BYTES, locked.length);
    return both;
  }

  /**
   * Gets a secret out.
   *
   * @throws WrongKey when it was locked away under another key, or for another owner
   */
  byte[] unlock(String owner, byte[] locked) {
    return run(
        Cipher.DECRYPT_MODE,
        owner,
        Arrays.copyOf(locked, NONCE_BYTES),
        Arrays.copyOfRange(locked, NONCE_BYTES, locked.length));
  }

  private byte[] run(int mode, String owner, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          mode, new SecretKeySpec(digest(key.get()), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new WrongKey(owner, e);
    }
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The hub's key is not the one under which the secret was kept. */
  public static final class WrongKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongKey(String owner, Throwable cause) {
      super(
          "The secret of webhook "
              + owner
              + " cannot be read: webhooks.secretKey, or secret.key in the data folder, is not the one under"
              + " which it was kept. Bring that back, or give the webhook another secret.",
          cause);
    }
  }
}
