package io.serai.edi.stream;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The charsets that UNB01 names. */
final class Charsets {
  private static final Map<String, Charset> BY_LEVEL =
      Map.of(
          "UNOC", StandardCharsets.ISO_8859_1,
          "UNOD", Charset.forName("ISO-8859-2"),
          "UNOE", Charset.forName("ISO-8859-5"),
          "UNOF", Charset.forName("ISO-8859-7"),
          "IATB", StandardCharsets.ISO_8859_1,
          "UNOW", StandardCharsets.UTF_8,
          "UNOY", StandardCharsets.UTF_8);

  private Charsets() {}

  /** Whether it says that it is ASCII. */
  static boolean isPlain(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return text.startsWith("UNOA", 4) || text.startsWith("UNOB", 4);
  }

  /** The charset that the first eight bytes of a UNB name. */
  static Optional<Charset> ofUnb(byte[] start) {
    return start.length < 8
        ? Optional.empty()
        : Optional.ofNullable(BY_LEVEL.get(new String(start, 4, 4, StandardCharsets.ISO_8859_1)));
  }
}
