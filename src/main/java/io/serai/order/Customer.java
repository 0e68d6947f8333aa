package io.serai.order;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who bought; any part may be empty, never null.
 *
 * @param locale a BCP 47 tag
 * @param classes what the channel counts the customer among, such as {@code vip} or {@code trade}
 */
public record Customer(
    String name, String email, String phone, String locale, List<String> classes) {
  private static final Pattern ONE_ADDRESS =
      Pattern.compile(
          "[^@,;:<>()\\[\\]\"\\\\\\s\\p{Z}\\p{C}]{1,64}@[^@,;:<>()\\[\\]\"\\\\\\s\\p{Z}\\p{C}]{1,253}");

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** Keeps its own copy; a customer that was stored before classes were known has none. */
  public Customer {
    classes = classes == null ? List.of() : List.copyOf(classes);
  }

  /** A customer of no class. */
  public Customer(String name, String email, String phone, String locale) {
    this(name, email, phone, locale, List.of());
  }

  /**
   * Whether the mail address is exactly one address. What is not could reach strangers, or add
   * lines to a letter's head.
   */
  public boolean canBeWrittenTo() {
    return ONE_ADDRESS.matcher(email).matches();
  }

  /** Whether the phone is a number that can be called from anywhere: E.164, with its country. */
  public boolean canBeTexted() {
    return E164.matcher(phone).matches();
  }
}
