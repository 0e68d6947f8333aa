package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a JSON Schema cannot say: that a folder exists, that an instant is one. */
final class BeyondSchema {
  private static final JsonPointer CLOCK = JsonPointer.compile("/hub/clock");

  private static final JsonPointer HUB = JsonPointer.compile("/hub");

  private final LocatedYaml yaml;
  private final JsonNode resolved;
  private final Path folder;

  BeyondSchema(LocatedYaml yaml, JsonNode resolved, Path folder) {
    this.yaml = yaml;
    this.resolved = resolved;
    this.folder = folder;
  }

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (String name : List.of("start", "realStart")) {
      instant(CLOCK.appendProperty(name), faults);
    }
    zone(HUB.appendProperty("timeZone"), faults);
    folder(HUB.appendProperty("routesFolder"), faults);
    folder(HUB.appendProperty("connectorsFolder"), faults);
    folder(HUB.appendProperty("templatesFolder"), faults);
    shares(faults);
    resolved.path("channels").fieldNames().forEachRemaining(id -> colors(id, faults));
    return faults;
  }

  private void shares(List<Fault> faults) {
    int sum = 0;
    for (var channel : resolved.path("channels").properties()) {
      sum += channel.getValue().path("availability").path("share").asInt();
      if (sum > 100) {
        JsonPointer at =
            JsonPointer.compile("/channels")
                .appendProperty(channel.getKey())
                .appendProperty("availability")
                .appendProperty("share");
        String what =
            LocatedYaml.path(at) + " makes the shares of all channels " + sum + " percent";
        faults.add(yaml.fault(at, what, "lower the shares until they are 100 together, or less"));
        return;
      }
    }
  }

  private void colors(String channel, List<Fault> faults) {
    JsonPointer at = JsonPointer.compile("/channels").appendProperty(channel);
    readable(
        at.appendProperty("colors").appendProperty("accent"),
        Contrast.PAPER,
        "on white",
        "take a darker one",
        faults);
    readable(
        at.appendProperty("colors").appendProperty("background"),
        Contrast.TEXT,
        "under dark text",
        "take a lighter one",
        faults);
  }

  private void readable(
      JsonPointer at, String beside, String where, String cure, List<Fault> faults) {
    JsonNode color = resolved.at(at);
    if (color.isTextual() && !Contrast.isReadable(color.asText(), beside)) {
      String what =
          "%s %s cannot be read %s: its contrast is %.1f where WCAG AA asks for %.1f"
              .formatted(
                  LocatedYaml.path(at),
                  color.asText(),
                  where,
                  Contrast.ratio(color.asText(), beside),
                  Contrast.READABLE);
      faults.add(yaml.fault(at, what, cure));
    }
  }

  private void zone(JsonPointer at, List<Fault> faults) {
    JsonNode zone = resolved.at(at);
    try {
      if (zone.isTextual()) {
        ZoneId.of(zone.asText());
      }
    } catch (DateTimeException e) {
      String what = LocatedYaml.path(at) + " is no time zone: " + zone.asText();
      faults.add(
          yaml.fault(at, what, "write its IANA name, for example: timeZone: America/New_York"));
    }
  }

  private void folder(JsonPointer at, List<Fault> faults) {
    JsonNode path = resolved.at(at);
    if (path.isTextual() && !Files.isDirectory(folder.resolve(path.asText()))) {
      String what = LocatedYaml.path(at) + " is no folder: " + yaml.root().at(at).asText();
      faults.add(yaml.fault(at, what, "write a path that starts at the folder of this file"));
    }
  }

  private void instant(JsonPointer at, List<Fault> faults) {
    JsonNode instant = resolved.at(at);
    try {
      if (instant.isTextual()) {
        Instant.parse(instant.asText());
      }
    } catch (DateTimeException e) {
      String what = LocatedYaml.path(at) + " is " + Words.found(yaml.root().at(at));
      faults.add(
          yaml.fault(
              at,
              what + ", which is no instant",
              "write for example: " + at.last().getMatchingProperty() + ": 2026-11-23T00:00:00Z"));
    }
  }
}
