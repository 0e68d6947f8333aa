package io.serai.cancellation;

import java.util.List;

/**
 * Units that are no longer wanted.
 *
 * @param lines the ids of the lines that may give them: a line, and what stands for it
 */
public record Wish(List<Long> lines, int units) {
  /** Keeps its own copy. */
  public Wish {
    lines = List.copyOf(lines);
  }
}
