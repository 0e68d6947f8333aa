package io.serai.page;

import io.serai.choice.Choice;
import io.serai.choice.Outcome;
import java.util.Map;
import java.util.Optional;

/** The words between the page and its forms: a form is a choice, an outcome is an answer. */
public final class Answers {
  private Answers() {}

  /** The choice that a form makes; nothing when it is none of ours. */
  public static Optional<Choice> choice(Map<String, String> form) {
    String line = form.getOrDefault("line", "");
    if (!line.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    long id = Long.parseLong(line);
    return switch (form.getOrDefault("choice", "")) {
      case "wait" -> Optional.of(new Choice.Wait(id));
      case "cancel" -> Optional.of(new Choice.Cancel(id));
      case "substitute" -> Optional.of(new Choice.Substitute(id, form.getOrDefault("sku", "")));
      default -> Optional.empty();
    };
  }

  /** What the page is told of an outcome. */
  public static String answer(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return done(done.choice());
    }
    if (outcome instanceof Outcome.TooLate late) {
      return late.why() == Outcome.Why.NOT_IN_STOCK ? "gone" : "late";
    }
    return "already";
  }

  private static String done(Choice choice) {
    if (choice instanceof Choice.Wait) {
      return "done.wait";
    }
    return choice instanceof Choice.Cancel ? "done.cancel" : "done.substitute";
  }
}
