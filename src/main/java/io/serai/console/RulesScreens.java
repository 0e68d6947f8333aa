package io.serai.console;

import io.serai.access.Role;
import io.serai.config.Fault;
import io.serai.plan.Rules;
import io.serai.whatif.RulesText;
import io.serai.whatif.Trial;
import io.serai.whatif.WhatIf;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Rules: those in force, what they make of an order, and what others would of a day's. */
public final class RulesScreens {
  private static final int LONGEST = 64 * 1024;

  private final String inForce;
  private final WhatIf whatIf;
  private final UnaryOperator<Rules> completed;

  /**
   * The rules of a hub.
   *
   * @param inForce the block as it is written
   * @param completed rules that were written, with what the configuration says of each supplier
   */
  public RulesScreens(String inForce, WhatIf whatIf, UnaryOperator<Rules> completed) {
    this.inForce = inForce;
    this.whatIf = whatIf;
    this.completed = completed;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place("/rules", "Rules");
    screens.shows("/rules", (handle, request) -> page(whatIf.usualDay(handle), inForce, Map.of()));
    screens.does("/rules/try", Role.OPERATOR, this::tryOut);
    screens.shows("/orders/{id}/plan", this::explain);
  }

  private Answer explain(Handle handle, Request request) {
    long order = request.id("id");
    String text = whatIf.explanation(handle, order).orElseThrow(Request.Missing::new);
    return new Answer.Page("plan.html", Map.of("order", order, "text", text));
  }

  private Answer tryOut(Handle handle, Request request) {
    String text = request.form().getOrDefault("rules", "");
    LocalDate day = day(handle, request);
    if (text.length() > LONGEST) {
      return new Answer.Refused("/rules", "These rules are too long to be tried here.");
    }
    RulesText.Reading read = RulesText.read(text);
    if (read instanceof RulesText.Followed followed) {
      Trial trial = whatIf.tryOut(handle, day, completed.apply(followed.rules()));
      return page(day, text, Map.of("trial", trial, "block", RulesText.below(text)));
    }
    List<Fault> faults = ((RulesText.Faulty) read).faults();
    return page(day, text, Map.of("faults", faults));
  }

  private Answer page(LocalDate day, String text, Map<String, Object> found) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("day", day);
    facts.put("text", text);
    facts.put("inForce", inForce);
    facts.put("faults", List.of());
    facts.put("trial", "");
    facts.put("block", "");
    facts.putAll(found);
    return new Answer.Page("rules.html", facts);
  }

  private LocalDate day(Handle handle, Request request) {
    try {
      return request.given("day").map(LocalDate::parse).orElseGet(() -> whatIf.usualDay(handle));
    } catch (DateTimeParseException e) {
      return whatIf.usualDay(handle);
    }
  }
}
