package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a JSON Schema cannot say of an agreement on X12 or EDIFACT. */
final class AgreementCheck {
  private static final Set<String> FORMATS = Set.of("x12", "edifact");

  private final LocatedYaml yaml;
  private final JsonPointer at;
  private final JsonNode settings;
  private final boolean x12;
  private final List<Fault> faults = new ArrayList<>();

  private AgreementCheck(LocatedYaml yaml, JsonPointer at, JsonNode settings, boolean x12) {
    this.yaml = yaml;
    this.at = at;
    this.settings = settings;
    this.x12 = x12;
  }

  /**
   * The faults of an account's settings, which fit their schema.
   *
   * @param at where they stand
   */
  static List<Fault> faults(
      Connector connector, LocatedYaml yaml, JsonPointer at, JsonNode settings) {
    String format = connector.declared().path("format").asText();
    if (!FORMATS.contains(format)) {
      return List.of();
    }
    AgreementCheck check = new AgreementCheck(yaml, at, settings, format.equals("x12"));
    check.charset();
    check.zone();
    check.delimiters();
    return check.faults;
  }

  private void charset() {
    String name = settings.path("charset").asText("US-ASCII");
    boolean known;
    try {
      known = Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      known = false;
    }
    if (!known) {
      fault("charset", "is no charset: " + name, "write for example: charset: ISO-8859-1");
    }
  }

  private void zone() {
    String name = settings.path("timeZone").asText("UTC");
    try {
      ZoneId.of(name);
    } catch (DateTimeException e) {
      fault(
          "timeZone",
          "is no time zone: " + name,
          "write its IANA name, for example: timeZone: America/New_York");
    }
  }

  private void delimiters() {
    Map<String, String> used = x12 ? usual("~", "*", ">", "^") : usual("'", "+", ":", "?");
    Map<String, String> by = new LinkedHashMap<>();
    used.forEach((name, character) -> once(name, character, by));
    String data = x12 ? ".-" : ".";
    used.forEach(
        (name, character) -> {
          if (data.contains(character)) {
            delimiter(
                name,
                "is \"" + character + "\", which stands in numbers",
                "take another character");
          }
        });
    String replacement = settings.path("replacement").asText(" ");
    if (x12 && by.containsKey(replacement)) {
      fault(
          "replacement",
          "is \"" + replacement + "\", which is a delimiter itself",
          "take another character");
    }
    addresses(by);
  }

  private void once(String name, String character, Map<String, String> by) {
    String other = by.putIfAbsent(character, name);
    if (other != null) {
      delimiter(
          name,
          "is \"" + character + "\", as delimiters." + other + " is",
          "give each its own character");
    }
  }

  // EDIFACT has a release character; in X12 an id with a delimiter in it would be another id.
  private void addresses(Map<String, String> by) {
    for (String whose : List.of("own", "partner")) {
      String id = settings.path(whose).path("id").asText();
      by.forEach(
          (character, name) -> {
            if (x12 && id.contains(character)) {
              JsonPointer where = at.appendProperty(whose).appendProperty("id");
              faults.add(
                  yaml.fault(
                      where,
                      LocatedYaml.path(where)
                          + " holds \""
                          + character
                          + "\", which is delimiters."
                          + name,
                      "take another delimiter"));
            }
          });
    }
  }

  private Map<String, String> usual(String segment, String element, String component, String last) {
    Map<String, String> used = new LinkedHashMap<>();
    used.put("segment", said("segment", segment));
    used.put("element", said("element", element));
    used.put("component", said("component", component));
    String name = x12 ? "repetition" : "release";
    used.put(name, said(name, last));
    return used;
  }

  private String said(String name, String usual) {
    return settings.path("delimiters").path(name).asText(usual);
  }

  private void delimiter(String name, String what, String cure) {
    JsonPointer where = at.appendProperty("delimiters").appendProperty(name);
    faults.add(yaml.fault(where, LocatedYaml.path(where) + " " + what, cure));
  }

  private void fault(String name, String what, String cure) {
    JsonPointer where = at.appendProperty(name);
    faults.add(yaml.fault(where, LocatedYaml.path(where) + " " + what, cure));
  }
}
