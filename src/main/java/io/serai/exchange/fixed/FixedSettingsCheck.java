package io.serai.exchange.fixed;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.exchange.tabular.FileKind;
import io.serai.exchange.tabular.StrictDates;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Whether the settings of an account fit each other and the layout of its connector. */
public final class FixedSettingsCheck {
  private final JsonNode settings;
  private final List<LayoutFault> faults = new ArrayList<>();

  private FixedSettingsCheck(JsonNode settings) {
    this.settings = settings;
  }

  /**
   * Every fault, by its place in the settings.
   *
   * @param usual the layout of the connector
   */
  public static List<LayoutFault> faults(JsonNode settings, JsonNode usual) {
    FixedSettingsCheck check = new FixedSettingsCheck(settings);
    check.readable("charset", Charset::forName, "is no charset", "charset: ISO-8859-1");
    check.readable("dateFormat", StrictDates::of, "is no date format", "dateFormat: uuuuMMdd");
    check.readable("timeZone", ZoneId::of, "is no time zone", "timeZone: America/New_York");
    if (check.faults.isEmpty()) {
      check.files(FixedLayout.from(settings, usual));
    }
    return check.faults;
  }

  private interface Reading {
    Object of(String text);
  }

  private void readable(String name, Reading reading, String what, String example) {
    try {
      if (settings.path(name).isTextual()) {
        reading.of(settings.path(name).asText());
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      add("/" + name, what, "write for example: " + example);
    }
  }

  private void files(FixedLayout layout) {
    if (!layout.files().containsKey(FileKind.PURCHASE_ORDER)) {
      add("/layout", "has no purchaseOrder, nor has the connector", "lay it out");
    }
    boolean cancellations = settings.path("cancellations").asBoolean(true);
    if (cancellations && !layout.files().containsKey(FileKind.CANCELLATION)) {
      add(
          "/layout",
          "has no cancellation, nor has the connector",
          "lay it out, or write \"cancellations: false\" if the supplier reads no such files");
    }
    if (layout.lineEnd().isEmpty()) {
      layout.files().forEach(this::sameLength);
    }
  }

  private void sameLength(FileKind kind, FileLayout file) {
    if (file.types().stream().anyMatch(type -> type.length() != file.length())) {
      add(
          "/layout/" + kind.word(),
          "has records of different lengths, which nothing parts with lineEnd none",
          "give all of them one length");
    }
  }

  private void add(String at, String what, String cure) {
    faults.add(new LayoutFault(JsonPointer.compile(at), what, cure));
  }
}
