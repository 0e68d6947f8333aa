package io.serai.console;

import io.serai.flow.Stage;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Routes: the process as a picture, with what each route has done since the start of the hub. */
public final class RouteScreens {
  private final Supplier<List<Stage>> stages;

  /**
   * The routes of this hub.
   *
   * @param stages as they are at each time that the page is shown
   */
  public RouteScreens(Supplier<List<Stage>> stages) {
    this.stages = stages;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place("/routes", "Routes");
    screens.shows("/routes", this::show);
  }

  private Answer show(Handle handle, Request request) {
    List<Stage> now = stages.get();
    return new Answer.Page("routes.html", Map.of("stages", now, "drawing", RouteDrawing.of(now)));
  }
}
