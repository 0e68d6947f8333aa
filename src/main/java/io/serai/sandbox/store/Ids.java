package io.serai.sandbox.store;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hands out ids. All are odd and above 2^53, where a double holds even numbers only: whoever reads
 * an id as a double asks for one that does not exist.
 */
final class Ids {
  private static final long FIRST = 9_007_199_254_800_001L;
  private static final Pattern GID = Pattern.compile("gid://shopify/(\\w+)/(\\d{1,18})(\\?.*)?");

  private final Map<String, Long> last = new HashMap<>();

  /** The next id of the type. */
  long next(String type) {
    long first = FIRST + (type.hashCode() & 0xFFFF) * 1_000_000_000L;
    return last.merge(type, first, (before, ignored) -> before + 2);
  }

  /** The number in a global id of the type; empty when it is none. */
  static OptionalLong number(Object gid, String type) {
    Matcher matcher = GID.matcher(String.valueOf(gid));
    return matcher.matches() && matcher.group(1).equals(type)
        ? OptionalLong.of(Long.parseLong(matcher.group(2)))
        : OptionalLong.empty();
  }
}
