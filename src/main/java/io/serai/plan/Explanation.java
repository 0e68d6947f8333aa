package io.serai.plan;

import java.util.List;
import java.util.Optional;

/**
 * Why a plan is as it is.
 *
 * @param rules those of the order's channel
 * @param weighed the score of what could ship now; that of the plan unless the order is held
 * @param lines every line with every offer that was seen for it
 * @param alternatives for each supplier used, the best plan without it; best first
 */
public record Explanation(
    Demand demand,
    Rules rules,
    Plan plan,
    Score weighed,
    List<SeenLine> lines,
    List<Alternative> alternatives) {
  /** Keeps its own copies. */
  public Explanation {
    lines = List.copyOf(lines);
    alternatives = List.copyOf(alternatives);
  }

  /** The next best plan: the best that does without at least one supplier of the chosen one. */
  public Optional<Alternative> runnerUp() {
    return alternatives.stream().findFirst();
  }

  /** The whole explanation for a person, as lines of plain text. */
  public String text() {
    return new ExplanationText(this).toString();
  }
}
