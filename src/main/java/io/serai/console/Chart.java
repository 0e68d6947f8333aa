package io.serai.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars of equal width, one for each value, in a picture of 480 by 100.
 *
 * @param most the largest value
 */
public record Chart(List<Bar> bars, int most) {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 100;

  /** One bar, from the bottom of the picture. */
  public record Bar(int x, int y, int width, int height, int value) {}

  /** The bars of these values, none of which is negative. */
  public static Chart of(List<Integer> values) {
    int most = values.stream().mapToInt(Integer::intValue).max().orElse(0);
    int step = WIDTH / Math.max(1, values.size());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      int value = values.get(i);
      // What is there at all is seen.
      int height = value == 0 ? 0 : Math.max(2, (int) ((long) value * HEIGHT / most));
      bars.add(new Bar(i * step + 1, HEIGHT - height, step - 2, height, value));
    }
    return new Chart(List.copyOf(bars), most);
  }
}
