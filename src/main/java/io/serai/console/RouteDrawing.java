package io.serai.console;

import io.serai.flow.Stage;
import io.serai.flow.StageRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stages as a picture, from top to bottom: what each takes at its left, its routes as boxes in
 * the middle, what it leaves at its right.
 *
 * @param height of the picture, whose width is {@link #WIDTH}
 * @param gaps where one stage ends and the next finds in the database what it has left
 * @param turns the lines by which a route hands what it has to another at once
 */
public record RouteDrawing(int height, List<Row> rows, List<Gap> gaps, List<String> turns) {
  /** The width of the picture. */
  public static final int WIDTH = 1120;

  private static final int BOX_LEFT = 300;
  private static final int BOX_WIDTH = 440;
  private static final int BOX_HEIGHT = 58;
  private static final int BETWEEN_BOXES = 8;
  private static final int BETWEEN_ROWS = 30;
  private static final int LINE = 18;
  private static final int LETTERS = 40;

  /** A stage: its notes in lines, and its boxes. */
  public record Row(
      int top, int middle, Stage stage, List<Line> in, List<Line> out, List<Box> boxes) {}

  /** A line of text, whose foot is at {@code y}. */
  public record Line(int y, String text) {}

  /** A route. */
  public record Box(int y, StageRoute route) {}

  /** From the foot of one stage to the head of the next. */
  public record Gap(int from, int to) {}

  static RouteDrawing of(List<Stage> stages) {
    List<Row> rows = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    int y = 4;
    for (Stage stage : stages) {
      if (!rows.isEmpty()) {
        gaps.add(new Gap(y, y + BETWEEN_ROWS));
        y += BETWEEN_ROWS;
      }
      Row row = row(stage, y);
      rows.add(row);
      y += height(row);
    }
    return new RouteDrawing(y + 4, List.copyOf(rows), List.copyOf(gaps), turns(rows));
  }

  private static Row row(Stage stage, int top) {
    List<Box> boxes = new ArrayList<>();
    for (StageRoute route : stage.routes()) {
      boxes.add(new Box(top + boxes.size() * (BOX_HEIGHT + BETWEEN_BOXES), route));
    }
    return new Row(
        top,
        top + BOX_HEIGHT / 2,
        stage,
        lines(stage.in(), top + 14),
        lines(stage.out(), top + 14),
        List.copyOf(boxes));
  }

  private static int height(Row row) {
    int boxes = row.boxes().size() * (BOX_HEIGHT + BETWEEN_BOXES) - BETWEEN_BOXES;
    return Math.max(boxes, Math.max(row.in().size(), row.out().size()) * LINE + 4);
  }

  private static List<Line> lines(String text, int top) {
    List<Line> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : (text + " ").split(" ")) {
      if (line.length() + word.length() > LETTERS) {
        lines.add(new Line(top + lines.size() * LINE, line.toString().strip()));
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    lines.add(new Line(top + lines.size() * LINE, line.toString().strip()));
    return List.copyOf(lines);
  }

  private static List<String> turns(List<Row> rows) {
    Map<StageRoute, Integer> middles = new LinkedHashMap<>();
    rows.forEach(
        row -> row.boxes().forEach(box -> middles.put(box.route(), box.y() + BOX_HEIGHT / 2)));
    List<String> turns = new ArrayList<>();
    int right = BOX_LEFT + BOX_WIDTH;
    middles.forEach(
        (route, from) ->
            middles.forEach(
                (other, to) -> {
                  if (route.handsTo(other)) {
                    int bend = right + 22;
                    turns.add(
                        "M%d %d H%d V%d H%d".formatted(right, from + 12, bend, to, right + 3));
                  }
                }));
    return List.copyOf(turns);
  }
}
