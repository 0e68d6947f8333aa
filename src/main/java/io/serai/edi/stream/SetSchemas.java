package io.serai.edi.stream;

import io.serai.edi.DocumentKind;
import io.serai.edi.Standard;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.net.URL;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Our own schemas of the documents that we read and write: {@code edi/x12}, {@code edi/edifact}.
 */
public final class SetSchemas {
  // StAEDI tells of every type that a schema includes and does not use. Held, or it is forgotten.
  private static final Logger QUIET = Logger.getLogger("io.xlate.edi");

  static {
    QUIET.setLevel(Level.SEVERE);
  }

  /** Those of one hub: they are read once. */
  private static final SetSchemas ALL = new SetSchemas();

  private final Map<Standard, Map<DocumentKind, Known>> known = new EnumMap<>(Standard.class);

  /**
   * A schema.
   *
   * @param schema to write by
   * @param slim to read by: without elements of which only the length is checked
   * @param segments that stand in it, by their tags
   */
  public record Known(Schema schema, Schema slim, Map<String, WholeSegment> segments) {}

  // StAEDI would read these anew for every interchange, which costs more than a small one.
  private final Map<String, Schema> controls =
      Map.of(
          "00401", control("X12", "00401"),
          "00501", control("X12", "00501"),
          "00704", control("X12", "00704"),
          "3", control("EDIFACT", "UNOA", "3"),
          "4", control("EDIFACT", "UNOA", "4"));

  private SetSchemas() {
    for (Standard standard : Standard.values()) {
      Map<DocumentKind, Known> kinds = new EnumMap<>(DocumentKind.class);
      for (DocumentKind kind : DocumentKind.values()) {
        if (!kind.type(standard).isEmpty()) {
          kinds.put(kind, read(standard, kind));
        }
      }
      known.put(standard, kinds);
    }
  }

  /** Reads them now, and keeps StAEDI quiet about its own. */
  public static void load() {
    QUIET.setLevel(Level.SEVERE);
  }

  /** The schema of a document in a standard, if it has one. */
  public static Optional<Known> of(Standard standard, DocumentKind kind) {
    return Optional.ofNullable(ALL.known.get(standard).get(kind));
  }

  /**
   * The schema of the envelope.
   *
   * @param version ISA12, or the version of UNB01
   */
  public static Schema control(Standard standard, String version) {
    String of =
        standard == Standard.EDIFACT
            ? version.equals("4") ? "4" : "3"
            : version.compareTo("00402") < 0
                ? "00401"
                : version.compareTo("00704") < 0 ? "00501" : "00704";
    return ALL.controls.get(of);
  }

  private static Schema control(String standard, String... version) {
    try {
      return SchemaFactory.newFactory().getControlSchema(standard, version);
    } catch (EDISchemaException e) {
      throw new IllegalStateException("StAEDI has no schema of its envelope", e);
    }
  }

  private static Known read(Standard standard, DocumentKind kind) {
    String folder = standard == Standard.X12 ? "/edi/x12/" : "/edi/edifact/";
    URL url = SetSchemas.class.getResource(folder + kind.type(standard) + ".xml");
    try {
      SchemaFactory factory = SchemaFactory.newFactory();
      factory.setProperty(SchemaFactory.SCHEMA_LOCATION_URL_CONTEXT, url);
      Schema schema = factory.createSchema(url);
      Map<String, WholeSegment> segments = new HashMap<>();
      collect(schema.getStandard(), segments);
      return new Known(schema, SlimSchema.of(schema), Map.copyOf(segments));
    } catch (EDISchemaException e) {
      throw new IllegalStateException("our own schema cannot be read: " + url, e);
    }
  }

  private static void collect(EDIComplexType loop, Map<String, WholeSegment> segments) {
    for (EDIReference reference : loop.getReferences()) {
      EDIType type = reference.getReferencedType();
      EDIComplexType inner = (EDIComplexType) type;
      if (type.isType(EDIType.Type.SEGMENT)) {
        segments.put(type.getId(), new WholeSegment(inner));
      } else {
        collect(inner, segments);
      }
    }
  }
}
