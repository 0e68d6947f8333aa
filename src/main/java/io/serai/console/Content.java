package io.serai.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The content of a document, as far as it is shown.
 *
 * @param text as UTF-8; for what is no text, its bytes as hexadecimal numbers
 * @param isLegible whether it is text
 * @param isWhole whether it is all
 */
public record Content(String text, boolean isLegible, boolean isWhole) {
  /** So much of a document is shown. */
  static final int MOST = 64 * 1024;

  private static final int MOST_HEX = 2 * 1024;
  private static final int IN_A_ROW = 16;

  /** What of these bytes is shown; there is one more of them than is shown, if there are more. */
  static Content of(byte[] bytes) {
    boolean isWhole = bytes.length <= MOST;
    return text(bytes, Math.min(bytes.length, MOST))
        .filter(text -> text.codePoints().noneMatch(Content::isBinary))
        .map(text -> new Content(text, true, isWhole))
        .orElseGet(() -> new Content(hex(bytes), false, bytes.length <= MOST_HEX));
  }

  // Where it is cut, a character of several bytes may be.
  private static Optional<String> text(byte[] bytes, int length) {
    for (int cut = 0; cut < (bytes.length > length ? 4 : 1) && cut <= length; cut++) {
      try {
        return Optional.of(
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length - cut))
                .toString());
      } catch (CharacterCodingException e) {
        continue;
      }
    }
    return Optional.empty();
  }

  // The separators of X12 and EDIFACT may be control characters.
  private static boolean isBinary(int character) {
    return character < 0x20 && "\t\n\r\f\u001c\u001d\u001e\u001f".indexOf(character) < 0;
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(bytes.length, MOST_HEX); i++) {
      if (i % IN_A_ROW == 0) {
        text.append(i == 0 ? "" : "\n").append("%06x ".formatted(i));
      }
      text.append(" %02x".formatted(bytes[i]));
    }
    return text.toString();
  }
}
