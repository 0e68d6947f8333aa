package io.serai.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a sorted list: the sort value and the id of the item there. */
record Cursor(long value, long id) implements Comparable<Cursor> {
  private static final Pattern JSON =
      Pattern.compile("\\{\"last_id\":(\\d+),\"last_value\":(-?\\d+)}");

  static Cursor decode(String text) {
    try {
      byte[] json = Base64.getDecoder().decode(text);
      Matcher matcher = JSON.matcher(new String(json, StandardCharsets.UTF_8));
      if (matcher.matches()) {
        return new Cursor(Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(1)));
      }
    } catch (IllegalArgumentException notOurs) {
      // The refusal below says it for every text that is no cursor.
    }
    throw new StoreRefusal("BAD_REQUEST", "Invalid cursor for current pagination sort.");
  }

  String encode() {
    String json = "{\"last_id\":" + id + ",\"last_value\":" + value + "}";
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int compareTo(Cursor other) {
    int byValue = Long.compare(value, other.value);
    return byValue != 0 ? byValue : Long.compare(id, other.id);
  }
}
