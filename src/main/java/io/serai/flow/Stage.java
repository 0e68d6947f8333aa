package io.serai.flow;

import java.util.List;

/**
 * A file of routes: one stage of the process.
 *
 * @param name of the file, without its ending
 * @param what it does, as the file's first lines say
 * @param in what it takes, as the file says; empty when it does not
 * @param out what it leaves, as the file says; empty when it does not
 * @param routes in the order of the file
 */
public record Stage(String name, String what, String in, String out, List<StageRoute> routes) {
  /** Keeps its own copies. */
  public Stage {
    routes = List.copyOf(routes);
  }
}
