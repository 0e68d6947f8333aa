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

/** What a JSON Schema cannot say: that a time zone or a folder exists, that an instant is one. */
final class BeyondSchema {
  private static final JsonPointer ZONE = JsonPointer.compile("/hub/timeZone");
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
    zone(faults);
    for (String name : List.of("start", "realStart")) {
      instant(CLOCK.appendProperty(name), faults);
    }
    folder(HUB.appendProperty("routesFolder"), faults);
    folder(HUB.appendProperty("connectorsFolder"), faults);
    return faults;
  }

  private void folder(JsonPointer at, List<Fault> faults) {
    JsonNode path = resolved.at(at);
    if (path.isTextual() && !Files.isDirectory(folder.resolve(path.asText()))) {
      String what = LocatedYaml.path(at) + " is no folder: " + yaml.root().at(at).asText();
      faults.add(yaml.fault(at, what, "write a path that starts at the folder of this file"));
    }
  }

  private void zone(List<Fault> faults) {
    JsonNode zone = resolved.at(ZONE);
    try {
      ZoneId.of(zone.asText("UTC"));
    } catch (DateTimeException e) {
      String written = yaml.root().at(ZONE).asText();
      String cure =
          Nearest.to(written, ZoneId.getAvailableZoneIds())
              .map(name -> "write \"" + name + "\"")
              .orElse("write an IANA name such as Europe/London, or UTC");
      faults.add(yaml.fault(ZONE, "unknown time zone \"" + written + "\"", cure));
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
