package io.serai.edi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What we write, we read back. */
class RoundTripTest {
  private static final Map<String, JsonSchema> SCHEMAS = schemas();
  private static final Mailbox US = new Mailbox("SERAI", "14");
  private static final Mailbox THEM = new Mailbox("NORTH", "14");
  private static final Envelope ENVELOPE =
      new Envelope(101, 7, 1, LocalDateTime.of(2026, 11, 23, 19, 40));

  @Property(tries = 150, seed = "20261123", shrinking = ShrinkingMode.OFF)
  void whatIsWrittenInX12IsReadBack(@ForAll long seed, @ForAll DocumentKind kind) {
    check(seed, kind, x12(seed));
  }

  @Property(tries = 150, seed = "20261124", shrinking = ShrinkingMode.OFF)
  void whatIsWrittenInEdifactIsReadBack(@ForAll long seed, @ForAll DocumentKind kind) {
    check(seed, kind, edifact(seed));
  }

  private static void check(long seed, DocumentKind kind, PartnerAgreement agreement) {
    boolean written =
        !kind.type(agreement.standard()).isEmpty()
            && kind != DocumentKind.IMPLEMENTATION_ACKNOWLEDGMENT;
    if (!written) {
      return;
    }
    RandomDocuments random = new RandomDocuments(seed, agreement.standard());
    EdiWriter writer = new EdiWriter(agreement);
    if (kind == DocumentKind.STOCK_ADVICE) {
      StockAdvice advice = random.stock();
      List<StockItem> items = random.stockItems();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.writeStock(ENVELOPE, advice, items.iterator(), out);
      Heard heard = heard(out.toByteArray(), agreement, List.of(advice));
      assertThat(heard.items.stream().map(RoundTripTest::json).toList())
          .isEqualTo(items.stream().map(RoundTripTest::json).toList());
      return;
    }
    List<EdiDocument> documents = List.of(random.of(kind), random.of(kind));
    heard(writer.write(ENVELOPE, documents), agreement, documents);
  }

  private static Heard heard(
      byte[] file, PartnerAgreement agreement, List<? extends EdiDocument> documents) {
    Heard heard = Heard.of(file, agreement.reading());
    String text = new String(file, StandardCharsets.ISO_8859_1);
    assertThat(heard.faults).as(text).isEmpty();
    assertThat(heard.documents.stream().map(RoundTripTest::json).toList())
        .as(text)
        .isEqualTo(documents.stream().map(RoundTripTest::json).toList());
    assertThat(heard.reports).allMatch(InterchangeReport::accepted);
    Interchange interchange = heard.interchanges.get(0);
    assertThat(interchange.sender()).isEqualTo(US);
    assertThat(interchange.receiver()).isEqualTo(THEM);
    assertThat(interchange.test()).isEqualTo(agreement.test());
    assertThat(interchange.at()).contains(ENVELOPE.at());
    return heard;
  }

  private static PartnerAgreement x12(long seed) {
    Delimiters[] seen = {
      Delimiters.X12,
      new Delimiters('\n', '*', '>', '^', '\0', '.'),
      new Delimiters('\u001d', '\u001c', '<', '^', '\0', '.'),
      new Delimiters('!', '|', '<', '^', '\0', '.')
    };
    PartnerAgreement usual = PartnerAgreement.x12(US, THEM);
    return with(
        usual,
        seed % 2 == 0 ? "004010" : "005010",
        "",
        seen[Math.floorMod(seed, seen.length)],
        seed % 3 == 0);
  }

  private static PartnerAgreement edifact(long seed) {
    Delimiters[] seen = {
      Delimiters.EDIFACT, new Delimiters('~', '*', '=', '\0', '?', '.'),
    };
    PartnerAgreement usual = PartnerAgreement.edifact(US, THEM);
    return with(
        usual,
        seed % 2 == 0 ? "D96A" : "D01B",
        "UNOC:3",
        seen[Math.floorMod(seed, seen.length)],
        seed % 3 == 0);
  }

  private static PartnerAgreement with(
      PartnerAgreement usual, String version, String syntax, Delimiters delimiters, boolean test) {
    return new PartnerAgreement(
        usual.standard(),
        usual.own(),
        usual.partner(),
        "",
        "",
        version,
        syntax,
        delimiters,
        usual.charset(),
        usual.replacement(),
        test,
        usual.codes(),
        usual.products(),
        ZoneOffset.UTC,
        usual.mostLines(),
        false);
  }

  private static JsonNode json(EdiDocument document) {
    return valid(DocumentJson.of(document));
  }

  private static JsonNode json(StockItem item) {
    return valid(DocumentJson.of(item));
  }

  private static JsonNode valid(JsonNode json) {
    withoutPlaces(json);
    assertThat(SCHEMAS.get(json.get("document").asText()).validate(json))
        .as(json.toString())
        .isEmpty();
    return json;
  }

  private static Map<String, JsonSchema> schemas() {
    Map<String, JsonSchema> schemas = new HashMap<>();
    for (String kind :
        List.of(
            "purchaseOrder",
            "acknowledgment",
            "shipNotice",
            "stockAdvice",
            "stockItem",
            "invoice",
            "orderChange",
            "orderChangeAnswer",
            "orderStatus",
            "functionalAcknowledgment")) {
      String file = kind.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      schemas.put(
          kind,
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(
                  RoundTripTest.class.getResourceAsStream(
                      "/schema/documents/" + file + ".schema.json")));
    }
    return schemas;
  }

  // Where something stood is no part of what it says.
  private static JsonNode withoutPlaces(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.remove("place");
    }
    json.forEach(RoundTripTest::withoutPlaces);
    return json;
  }
}
