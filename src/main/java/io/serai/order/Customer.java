package io.serai.order;

import java.util.regex.Pattern;

/** Who bought; any part may be empty, never null. {@code locale} is a BCP 47 tag. */
public record Customer(String name, String email, String phone, String locale) {
  private static final Pattern ONE_ADDRESS =
      Pattern.compile(
          "[^@,;:<>()\\[\\]\"\\\\\\s\\p{Z}\\p{C}]{1,64}@[^@,;:<>()\\[\\]\"\\\\\\s\\p{Z}\\p{C}]{1,253}");

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

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
