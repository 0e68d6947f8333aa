package io.serai.access;

import java.util.Locale;

/** What a user may do; each role may do what those before it may. */
public enum Role {
  /** Looks at everything, and changes nothing. */
  VIEWER,
  /** Acts on orders, stock, documents and deliveries. */
  OPERATOR,
  /** Also manages users, tokens and rules. */
  ADMIN;

  /** Whether who has this role may do what another role may. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** As it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of a word.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
