package io.serai.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords, of which only bcrypt hashes are kept. */
public final class Passwords {
  /** The fewest characters of a password. */
  public static final int FEWEST = 12;

  // What bcrypt reads of a password.
  private static final int MOST_BYTES = 72;
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int MADE = 20;

  private final SecureRandom random = new SecureRandom();
  private final BCryptPasswordEncoder encoder;
  private final String nobody;

  /** Hashes that take about a quarter of a second to make. */
  public Passwords() {
    this(12);
  }

  /**
   * Hashes of another cost.
   *
   * @param cost the binary logarithm of the rounds, 4 to 31
   */
  public Passwords(int cost) {
    encoder = new BCryptPasswordEncoder(cost);
    nobody = encoder.encode("nobody");
  }

  /** Why a password will not do, if it will not. */
  public static Optional<String> objection(String password) {
    if (password.codePointCount(0, password.length()) < FEWEST) {
      return Optional.of("it has fewer than " + FEWEST + " characters");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("it has more than " + MOST_BYTES + " bytes");
    }
    return Optional.empty();
  }

  String hash(String password) {
    return encoder.encode(password);
  }

  /** Whether it is the password; takes its time for a user that does not exist, too. */
  boolean matches(String password, Optional<String> hash) {
    boolean readable = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    boolean same = encoder.matches(readable ? password : "", hash.orElse(nobody));
    return same && readable && hash.isPresent();
  }

  /** A new password that nobody can guess, in letters that are not mistaken for each other. */
  String make() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < MADE; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
