package io.serai.edi.stream;

import io.serai.edi.Delimiters;
import io.serai.edi.EdiFault;
import io.serai.edi.EdiFault.Place;
import io.serai.edi.EdiFault.Unit;
import io.serai.edi.FaultKind;
import io.serai.edi.Standard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads the delimiters and the charset of an interchange from its first bytes. */
final class HeaderReader {
  private static final int[] ISA = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};
  private static final int ISA_LENGTH = 106;

  private HeaderReader() {}

  /** A header that cannot be used. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient EdiFault fault;

    Broken(EdiFault fault) {
      super(fault.reason());
      this.fault = fault;
    }

    EdiFault fault() {
      return fault;
    }
  }

  /**
   * Reads ISA whole, or UNA, or as much of UNB as is needed; the stream stands at their first byte.
   */
  static Header read(FileBytes bytes) throws IOException, Broken {
    return startsWith(bytes, "ISA") ? x12(bytes) : edifact(bytes);
  }

  /** Whether an interchange may begin with these bytes. */
  static boolean begins(FileBytes bytes) throws IOException {
    int first = bytes.peek();
    return first == 'I' && startsWith(bytes, "ISA")
        || first == 'U' && (startsWith(bytes, "UNA") || startsWith(bytes, "UNB"));
  }

  private static boolean startsWith(FileBytes bytes, String tag) throws IOException {
    byte[] ahead = bytes.ahead(4);
    return ahead.length == 4
        && new String(ahead, 0, 3, StandardCharsets.ISO_8859_1).equals(tag)
        && !Character.isLetterOrDigit((char) (ahead[3] & 0xff));
  }

  private static Header x12(FileBytes bytes) throws IOException, Broken {
    Charset charset = charsetOf(bytes);
    byte[] isa = isa(bytes);
    checkWidths(isa);
    char segment = delimiter(isa[ISA_LENGTH - 1]);
    char element = delimiter(isa[3]);
    char component = delimiter(isa[ISA_LENGTH - 2]);
    String control = new String(isa, 90, 9, StandardCharsets.ISO_8859_1).strip();
    char repetition = (char) (isa[82] & 0xff);
    boolean repeats = repetition != 'U' && !Character.isLetterOrDigit(repetition);
    Delimiters delimiters =
        new Delimiters(segment, element, component, repeats ? repetition : 0, '\0', '.');
    if (element == component || segment == element || segment == component) {
      throw broken("two of its delimiters are the same", "Ask the sender for three that differ");
    }
    if (segment == '\r' && bytes.peek() == '\n') {
      bytes.next();
    }
    String version = new String(isa, 84, 5, StandardCharsets.ISO_8859_1);
    return new Header(Standard.X12, delimiters, charset, isa, version, control);
  }

  // Line ends inside are those of a file that was wrapped; one at the end is the terminator.
  private static byte[] isa(FileBytes bytes) throws IOException {
    ByteArrayOutputStream isa = new ByteArrayOutputStream(ISA_LENGTH);
    for (int next = bytes.next(); next >= 0; next = bytes.next()) {
      if (next != '\r' && next != '\n' || isa.size() == ISA_LENGTH - 1) {
        isa.write(next);
      }
      if (isa.size() == ISA_LENGTH) {
        break;
      }
    }
    return isa.toByteArray();
  }

  private static void checkWidths(byte[] isa) throws Broken {
    String text = new String(isa, StandardCharsets.ISO_8859_1);
    String element = text.substring(3, 4);
    int at = 3;
    for (int i = 0; i < ISA.length; i++) {
      int end = i == ISA.length - 1 ? at + 2 : text.indexOf(element, at + 1);
      int width = (end < 0 ? text.length() : end) - at - 1;
      if (width != ISA[i] || end < 0 && i < ISA.length - 1) {
        throw new Broken(
            new EdiFault(
                Unit.INTERCHANGE,
                FaultKind.HEADER,
                new Place("", "", "", 1, "ISA", i + 1, 0),
                "'"
                    + Shown.text(text.substring(Math.min(at + 1, text.length()), at + 1 + width))
                    + "' has "
                    + width
                    + " characters, and ISA"
                    + String.format("%02d", i + 1)
                    + " has always "
                    + ISA[i],
                "ask the sender for an ISA of 106 characters, its elements filled up with spaces"));
      }
      at = end;
    }
    if (text.length() < ISA_LENGTH) {
      throw broken(
          "it ends after " + text.length() + " characters", "ask the sender for all of it");
    }
  }

  private static char delimiter(byte value) throws Broken {
    char c = (char) (value & 0xff);
    if (Character.isLetterOrDigit(c) || c == ' ' || c >= 0x7f || c == 0) {
      throw broken(
          (c < 0x7f
                  ? "'" + Shown.text(String.valueOf(c)) + "'"
                  : String.format("the byte %02X", (int) c))
              + " stands where the header has a delimiter (ISA16, or the character behind it)",
          "ask the sender for delimiters that are one ASCII character and no letter, digit or space");
    }
    return c;
  }

  private static Header edifact(FileBytes bytes) throws IOException, Broken {
    Delimiters delimiters = Delimiters.EDIFACT;
    byte[] una = new byte[0];
    if (startsWith(bytes, "UNA")) {
      una = bytes.ahead(9);
      delimiters = una(una);
      bytes.skip(9);
      skipSpace(bytes);
    }
    if (!startsWith(bytes, "UNB")) {
      throw new Broken(
          new EdiFault(
              Unit.INTERCHANGE,
              FaultKind.NO_INTERCHANGE,
              new Place("", "", "", 1, tag(bytes), 0, 0),
              "there is no UNB before it, so nobody is named as its sender",
              "ask the sender for the whole interchange, from UNB to UNZ"));
    }
    Optional<Charset> charset =
        Charsets.isPlain(bytes.ahead(8))
            ? Optional.of(charsetOf(bytes))
            : Charsets.ofUnb(bytes.ahead(8));
    if (charset.isEmpty()) {
      throw broken(
          "UNB begins with "
              + Shown.text(new String(bytes.ahead(8), StandardCharsets.ISO_8859_1))
              + ", which names no charset that we read",
          "ask the sender for UNOA to UNOF, UNOW or UNOY");
    }
    byte[] start = bytes.ahead(10);
    String version = start.length < 10 ? "" : String.valueOf((char) start[9]);
    return new Header(Standard.EDIFACT, delimiters, charset.get(), una, version, "");
  }

  private static Delimiters una(byte[] una) throws Broken {
    if (una.length < 9) {
      throw broken("UNA is cut short", "ask the sender for all of it");
    }
    char repetition = delimiterOrSpace(una[7]);
    return new Delimiters(
        delimiter(una[8]),
        delimiter(una[4]),
        delimiter(una[3]),
        repetition == ' ' ? 0 : repetition,
        delimiterOrSpace(una[6]) == ' ' ? 0 : delimiter(una[6]),
        (char) una[5]);
  }

  private static char delimiterOrSpace(byte value) throws Broken {
    return value == ' ' ? ' ' : delimiter(value);
  }

  static void skipSpace(FileBytes bytes) throws IOException {
    while (bytes.peek() >= 0 && bytes.peek() <= ' ') {
      bytes.next();
    }
  }

  private static String tag(FileBytes bytes) throws IOException {
    return Shown.text(new String(bytes.ahead(3), StandardCharsets.ISO_8859_1));
  }

  // X12 names no charset, and UNOA is written for others: what is UTF-8 as far as we can look is
  // UTF-8.
  private static Charset charsetOf(FileBytes bytes) throws IOException {
    byte[] ahead = bytes.ahead(FileBytes.AHEAD);
    int whole = ahead.length;
    while (whole > 0 && ahead.length - whole < 4 && ahead[whole - 1] < 0) {
      whole--;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Arrays.copyOf(ahead, whole)));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static Broken broken(String reason, String cure) {
    return new Broken(
        new EdiFault(
            Unit.INTERCHANGE, FaultKind.HEADER, new Place("", "", "", 1, "", 0, 0), reason, cure));
  }
}
