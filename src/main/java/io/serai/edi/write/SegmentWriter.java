package io.serai.edi.write;

import io.serai.edi.PartnerAgreement;
import io.serai.edi.Standard;
import io.serai.edi.stream.SetSchemas;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants.Delimiters;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.OutputStream;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.List;

/** Writes segments by StAEDI, which checks each by its schema, in the agreed delimiters. */
public final class SegmentWriter {
  private final PartnerAgreement agreement;
  private final EDIStreamWriter writer;
  private final CharsetEncoder encoder;
  private int segments;

  /** Writes to this stream, by this agreement. */
  public SegmentWriter(PartnerAgreement agreement, OutputStream out) {
    this.agreement = agreement;
    this.encoder = agreement.charset().newEncoder();
    EDIOutputFactory factory = EDIOutputFactory.newFactory();
    var parted = agreement.delimiters();
    factory.setProperty(Delimiters.SEGMENT, parted.segment());
    factory.setProperty(Delimiters.DATA_ELEMENT, parted.element());
    factory.setProperty(Delimiters.COMPONENT_ELEMENT, parted.component());
    if (agreement.standard() == Standard.EDIFACT) {
      factory.setProperty(Delimiters.RELEASE, parted.release());
      factory.setProperty(Delimiters.DECIMAL, parted.decimal());
    } else if (agreement.version().compareTo("004020") >= 0) {
      factory.setProperty(Delimiters.REPETITION, parted.repetition());
    }
    factory.setErrorReporter(
        (error, writing, at, data, type) -> refuse(error, at.getSegmentTag(), at.toString()));
    try {
      writer = factory.createEDIStreamWriter(out, agreement.charset().name());
      writer.setControlSchema(control());
      writer.startInterchange();
    } catch (EDIStreamException e) {
      throw unwritable("the interchange", e);
    }
  }

  // Partners agree on qualifiers of addresses that are in no list, such as ZZ in EDIFACT.
  private static void refuse(EDIStreamValidationError error, String tag, String place) {
    boolean agreed =
        error == EDIStreamValidationError.INVALID_CODE_VALUE
            && (tag.equals("UNB") || tag.equals("ISA") || tag.equals("UCI"));
    if (!agreed) {
      throw new IllegalArgumentException("cannot write " + tag + ": " + error + " " + place);
    }
  }

  private Schema control() {
    boolean x12 = agreement.standard() == Standard.X12;
    String older = agreement.version().compareTo("004020") < 0 ? "00401" : "00501";
    String syntax = agreement.syntax().substring(agreement.syntax().indexOf(':') + 1);
    return SetSchemas.control(agreement.standard(), x12 ? older : syntax);
  }

  /** The schema of the set whose header is written next. */
  public void schema(Schema schema) {
    writer.setTransactionSchema(schema);
  }

  /**
   * Writes a segment; an element is a text, or a list of texts where it has components. Empty ones
   * at the end are left out.
   */
  public void segment(String tag, Object... elements) {
    try {
      writer.writeStartSegment(tag);
      int last = elements.length;
      while (last > 0 && isEmpty(elements[last - 1])) {
        last--;
      }
      for (int i = 0; i < last; i++) {
        element(elements[i]);
      }
      writer.writeEndSegment();
      segments++;
    } catch (EDIStreamException e) {
      throw unwritable(tag, e);
    }
  }

  /** Writes a header whose elements are all of fixed width, and may be blank. */
  public void fixed(String tag, String... elements) {
    try {
      writer.writeStartSegment(tag);
      for (String element : elements) {
        writer.writeElement(element);
      }
      writer.writeEndSegment();
    } catch (EDIStreamException e) {
      throw unwritable(tag, e);
    }
  }

  private void element(Object element) throws EDIStreamException {
    if (isEmpty(element)) {
      writer.writeEmptyElement();
    } else if (element instanceof List<?> parts) {
      writer.writeStartElement();
      int last = parts.size();
      while (last > 0 && isEmpty(parts.get(last - 1))) {
        last--;
      }
      for (Object part : parts.subList(0, last)) {
        if (isEmpty(part)) {
          writer.writeEmptyComponent();
        } else {
          writer.writeComponent(clean(part.toString()));
        }
      }
      writer.endElement();
    } else {
      writer.writeElement(clean(element.toString()));
    }
  }

  // What would be a delimiter, or is not in the charset, and so might become one.
  private String clean(String text) {
    boolean replaces = agreement.standard() == Standard.X12;
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || replaces && agreement.delimiters().contains(c)) {
        clean.append(agreement.replacement());
      } else if (encoder.canEncode(c)) {
        clean.append(c);
      } else {
        clean.append(plain(c));
      }
    }
    String stripped = clean.toString().stripTrailing();
    return stripped.isEmpty() ? String.valueOf(agreement.replacement()) : stripped;
  }

  // A letter without its accents is better than none.
  private String plain(char c) {
    String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    return encoder.canEncode(bare.charAt(0)) ? bare.substring(0, 1) : ".";
  }

  private static boolean isEmpty(Object element) {
    return element instanceof List<?> parts
        ? parts.stream().allMatch(SegmentWriter::isEmpty)
        : element.toString().isBlank();
  }

  /** A set begins: its segments are counted from its header on. */
  public void begin() {
    segments = 0;
  }

  /** How many segments there are since the set began. */
  public int segments() {
    return segments;
  }

  /** The agreement by which is written. */
  public PartnerAgreement agreement() {
    return agreement;
  }

  /** Nothing follows. */
  public void end() {
    try {
      writer.endInterchange();
      writer.close();
    } catch (EDIStreamException e) {
      throw unwritable("the interchange", e);
    }
  }

  private static IllegalArgumentException unwritable(String what, Exception e) {
    return new IllegalArgumentException("cannot write " + what + ": " + e.getMessage(), e);
  }
}
