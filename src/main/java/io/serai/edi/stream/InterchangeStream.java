package io.serai.edi.stream;

import io.serai.edi.Delimiters;
import io.serai.edi.EdiFault.Unit;
import io.serai.edi.FaultKind;
import io.serai.edi.Standard;
import io.serai.mapping.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * One interchange of a file, its segments one behind the other without line ends. StAEDI gives up
 * at the first thing that is no segment, and with it all sets behind; so what is none is left out
 * here, and a missing trailer put in, each with a note by which its set, group or interchange is
 * refused while the others are read.
 */
final class InterchangeStream extends InputStream {
  private static final int MOST_BYTES = 1 << 16;

  private final FileBytes bytes;
  private final Header header;
  private final Delimiters parted;
  private final boolean x12;
  private final Deque<Note> notes = new ArrayDeque<>();
  private final boolean[] special = new boolean[256];
  private byte[] segment = new byte[1024];
  private int length;
  private byte[] out;
  private int from;
  private int to;
  private int marked;
  private boolean ended;
  private final MessageDigest digest = Digest.begin();

  private boolean inGroup;
  private boolean inSet;
  private boolean lost;
  private long handed;
  private int position;
  private int all;
  private int segmentsInSet;
  private int setsInGroup;
  private int units;
  private String set = "";
  private String group = "";
  private String control;

  InterchangeStream(FileBytes bytes, Header header) {
    this.bytes = bytes;
    this.header = header;
    this.parted = header.delimiters();
    this.x12 = header.standard() == Standard.X12;
    this.control = header.control();
    this.to = header.start().length;
    this.out = Arrays.copyOf(header.start(), Math.max(1024, to));
    for (int i = 0; i < special.length; i++) {
      special[i] = i < ' ' && i != '\t' || i == 0x7f || i == parted.segment();
      special[i] |= i == parted.release() && i != 0;
    }
    if (x12) {
      handed = 1;
      all = 1;
    }
  }

  /** The next note of something before the segment with this number, if there is one. */
  Note noteBefore(long segmentNumber) {
    Note next = notes.peek();
    return next != null && next.before() <= segmentNumber ? notes.poll() : null;
  }

  /** Whatever notes are left. */
  Note anyNote() {
    return notes.poll();
  }

  @Override
  public int read() throws IOException {
    if (!ready()) {
      return -1;
    }
    digest.update(out[from]);
    return out[from++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (!ready()) {
      return -1;
    }
    int given = Math.min(count, to - from);
    System.arraycopy(out, from, target, offset, given);
    digest.update(out, from, given);
    from += given;
    return given;
  }

  // StAEDI marks only the end, to see whether anything follows it; without this it would put a
  // slower buffer before this one.
  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public synchronized void mark(int limit) {
    marked = ended ? from : -1;
  }

  @Override
  public synchronized void reset() throws IOException {
    if (marked < 0) {
      throw new IOException("only the end of an interchange can be marked");
    }
    from = marked;
  }

  /** The SHA-256 of what has been read, whatever its line ends were. */
  String digest() {
    return Digest.of(digest);
  }

  private boolean ready() throws IOException {
    while (from == to && !ended) {
      step();
    }
    return from < to;
  }

  private void step() throws IOException {
    Found found = segment();
    if (found == Found.NEXT_INTERCHANGE || found == Found.NOTHING) {
      cutShort(found);
      return;
    }
    position++;
    all++;
    String tag = found == Found.SEGMENT ? tag() : "";
    if (lost && !isEnd(tag)) {
      return;
    }
    if (tag.isEmpty()) {
      bad(found);
      return;
    }
    take(tag);
  }

  private boolean isEnd(String tag) {
    return tag.equals(x12 ? "IEA" : "UNZ");
  }

  private void take(String tag) {
    switch (tag) {
      case "ST", "UNH" -> begins(tag);
      case "SE", "UNT" -> ends(tag);
      case "GS", "UNG" -> groupBegins(tag);
      case "GE", "UNE" -> groupEnds(tag);
      case "IEA", "UNZ" -> interchangeEnds(tag);
      default -> inside(tag);
    }
  }

  private void begins(String tag) {
    if (!isOurs(tag, "ST", "UNH") || x12 && !inGroup) {
      stray(tag);
      return;
    }
    closeSet(tag);
    if (!inGroup) {
      units++;
    }
    setsInGroup++;
    inSet = true;
    position = 1;
    segmentsInSet = 0;
    set = element(x12 ? 2 : 1);
    hand();
  }

  private void ends(String tag) {
    if (!isOurs(tag, "SE", "UNT") || !inSet) {
      stray(tag);
      return;
    }
    hand();
    inSet = false;
  }

  private void groupBegins(String tag) {
    if (!isOurs(tag, "GS", "UNG")) {
      stray(tag);
      return;
    }
    closeSet(tag);
    closeGroup(tag);
    inGroup = true;
    units++;
    setsInGroup = 0;
    group = element(x12 ? 6 : 5);
    hand();
  }

  private void groupEnds(String tag) {
    if (!isOurs(tag, "GE", "UNE") || !inGroup) {
      stray(tag);
      return;
    }
    closeSet(tag);
    hand();
    inGroup = false;
  }

  private void interchangeEnds(String tag) {
    if (!isOurs(tag, "IEA", "UNZ")) {
      stray(tag);
      return;
    }
    closeSet(tag);
    closeGroup(tag);
    hand();
    ended = true;
  }

  private boolean isOurs(String tag, String ofX12, String ofEdifact) {
    return tag.equals(x12 ? ofX12 : ofEdifact);
  }

  private void inside(String tag) {
    boolean header = handed == 0 && tag.equals("UNB");
    boolean service =
        x12 && !inGroup && (tag.equals("TA1") || tag.equals("ISB") || tag.equals("ISE"));
    if (!inSet && !header && !service) {
      stray(tag);
      return;
    }
    if (header) {
      control = element(5);
    }
    hand();
  }

  private void stray(String tag) {
    if (inSet) {
      note(
          tag,
          Unit.SET,
          FaultKind.NO_SEGMENT,
          true,
          tag + " has no place inside of a set",
          "ask the sender to correct the set");
    } else if (inGroup) {
      note(
          tag,
          Unit.GROUP,
          FaultKind.GROUP_ENVELOPE,
          false,
          "it stands in group " + group + " but in no set",
          "ask the sender to correct the envelope of its sets");
    } else {
      lost = true;
      note(
          tag,
          Unit.INTERCHANGE,
          FaultKind.ENVELOPE,
          false,
          "it stands where the interchange has " + (x12 ? "GS or IEA" : "UNG, UNH or UNZ"),
          "ask the sender to correct the envelope; nothing of this interchange is taken");
    }
  }

  private void bad(Found found) {
    String shown = Shown.text(new String(segment, 0, Math.min(length, 60), header.charset()));
    String reason =
        switch (found) {
          case TOO_LONG ->
              "it is longer than "
                  + MOST_BYTES
                  + " bytes, so a segment terminator is missing: '"
                  + shown
                  + "'";
          case CONTROL -> "it holds a control character: '" + shown + "'";
          default -> "'" + shown + "' begins with no segment tag";
        };
    if (inSet) {
      note("", Unit.SET, FaultKind.NO_SEGMENT, true, reason, "ask the sender to correct the set");
    } else if (inGroup) {
      note(
          "",
          Unit.GROUP,
          FaultKind.GROUP_ENVELOPE,
          false,
          reason,
          "ask the sender to correct the group");
    } else {
      lost = true;
      note(
          "",
          Unit.INTERCHANGE,
          FaultKind.ENVELOPE,
          false,
          reason,
          "ask the sender to correct it; nothing of this interchange is taken");
    }
  }

  private void cutShort(Found found) {
    String what = found == Found.NOTHING ? "the file ends" : "the next interchange begins";
    String trailer = x12 ? "IEA" : "UNZ";
    all++;
    note(
        "",
        Unit.INTERCHANGE,
        FaultKind.CUT_SHORT,
        false,
        what + " before " + trailer + ", so it was cut short",
        "ask the sender for all of it; nothing of this interchange is taken");
    closeSet("");
    closeGroup("");
    put(join(x12 ? "IEA" : "UNZ", units, control));
    ended = true;
  }

  private void closeSet(String before) {
    if (!inSet) {
      return;
    }
    if (!before.isEmpty()) {
      note(
          before,
          Unit.SET,
          FaultKind.SET_CUT_SHORT,
          true,
          before + " follows, but the set has no " + (x12 ? "SE" : "UNT"),
          "ask the sender for all of the set");
    }
    put(join(x12 ? "SE" : "UNT", segmentsInSet + 1, set));
    inSet = false;
  }

  private void closeGroup(String before) {
    if (!inGroup) {
      return;
    }
    if (!before.isEmpty()) {
      note(
          before,
          Unit.GROUP,
          FaultKind.GROUP_CUT_SHORT,
          false,
          before + " follows, but group " + group + " has no " + (x12 ? "GE" : "UNE"),
          "ask the sender for all of the group");
    }
    put(join(x12 ? "GE" : "UNE", setsInGroup, group));
    inGroup = false;
  }

  private void note(
      String tag, Unit unit, FaultKind kind, boolean ofSet, String reason, String cure) {
    notes.add(new Note(handed + 1, ofSet ? position : all, tag, unit, kind, ofSet, reason, cure));
  }

  private byte[] join(String tag, int count, String number) {
    return (tag + parted.element() + count + parted.element() + number + parted.segment())
        .getBytes(header.charset());
  }

  private void hand() {
    segment[length] = (byte) parted.segment();
    put(segment, length + 1);
  }

  private void put(byte[] whole) {
    put(whole, whole.length);
  }

  private void put(byte[] whole, int count) {
    if (from == to) {
      from = 0;
      to = 0;
    }
    if (to + count > out.length) {
      out = Arrays.copyOf(out, 2 * (to + count));
    }
    System.arraycopy(whole, 0, out, to, count);
    to += count;
    handed++;
    segmentsInSet++;
  }

  private enum Found {
    SEGMENT,
    CONTROL,
    TOO_LONG,
    NEXT_INTERCHANGE,
    NOTHING
  }

  // Takes the next segment into the buffer, without its terminator.
  private Found segment() throws IOException {
    HeaderReader.skipSpace(bytes);
    if (bytes.peek() < 0) {
      return Found.NOTHING;
    }
    if (handed > 0 && HeaderReader.begins(bytes)) {
      return Found.NEXT_INTERCHANGE;
    }
    length = 0;
    Found found = Found.SEGMENT;
    for (int next = behindPlain(); next != parted.segment(); next = behindPlain()) {
      if (next < 0) {
        return isEnd(tag()) ? found : Found.NOTHING;
      }
      if (next == '\r' || next == '\n') {
        continue;
      }
      if (length == MOST_BYTES) {
        found = Found.TOO_LONG;
        continue;
      }
      if ((next < ' ' && next != '\t' || next == 0x7f) && !parted.contains((char) next)) {
        found = Found.CONTROL;
      }
      append(next);
      if (next == parted.release() && parted.release() != 0) {
        int released = bytes.next();
        if (released >= 0) {
          append(released);
        }
      }
    }
    return found;
  }

  // Takes what needs no look, at most to the limit, and returns the byte behind it.
  private int behindPlain() throws IOException {
    int count = Math.min(bytes.plain(special), MOST_BYTES - length);
    if (count > 0) {
      room(count);
      bytes.take(count, segment, length);
      length += count;
    }
    return bytes.next();
  }

  private void append(int next) {
    room(1);
    segment[length++] = (byte) next;
  }

  private void room(int count) {
    if (length + count + 1 >= segment.length) {
      segment = Arrays.copyOf(segment, 2 * (segment.length + count));
    }
  }

  // The tag, or an empty text where there is none.
  private String tag() {
    int end = 0;
    while (end < length && end < 4 && segment[end] != parted.element()) {
      end++;
    }
    boolean good = end == 3 || x12 && end == 2;
    for (int i = 0; i < end && good; i++) {
      int c = segment[i];
      good = c >= 'A' && c <= 'Z' || i > 0 && c >= '0' && c <= '9';
    }
    return good ? new String(segment, 0, end, StandardCharsets.ISO_8859_1) : "";
  }

  private String element(int number) {
    int begin = 0;
    int seen = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || segment[i] == (byte) parted.element()) {
        if (seen == number) {
          String text = new String(segment, begin, i - begin, header.charset());
          int component = text.indexOf(parted.component());
          return component < 0 ? text : text.substring(0, component);
        }
        seen++;
        begin = i + 1;
      }
    }
    return "";
  }
}
