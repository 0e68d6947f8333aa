package io.serai.check;

import java.util.regex.Pattern;

/** Compares addresses of which a part is known only when the hub runs. */
final class Address {
  private Address() {}

  /** Whether the two can be the same, whatever is filled in. */
  static boolean canBe(String one, String other) {
    return pattern(one).matcher(other).matches() || pattern(other).matcher(one).matches();
  }

  /** The address as a person reads it, with a star for what is filled in. */
  static String shown(String address) {
    return address.replace(Endpoint.FILLED_IN, "*");
  }

  private static Pattern pattern(String address) {
    return Pattern.compile("\\Q" + address.replace(Endpoint.FILLED_IN, "\\E.*\\Q") + "\\E");
  }
}
