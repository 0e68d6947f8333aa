package io.serai.view;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A part of a long list, the newest first. What comes in meanwhile stands before it and moves
 * nothing.
 *
 * @param next from which to go on; empty at the end
 */
public record Slice<T>(List<T> rows, Optional<Long> next) {
  /**
   * The part of what was found.
   *
   * @param found one more than fits, if there is one more
   */
  public static <T> Slice<T> of(List<T> found, int most, ToLongFunction<T> id) {
    if (found.size() <= most) {
      return new Slice<>(List.copyOf(found), Optional.empty());
    }
    List<T> rows = List.copyOf(found.subList(0, most));
    return new Slice<>(rows, Optional.of(id.applyAsLong(rows.get(most - 1))));
  }
}
