package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** One page of a list, as the API pages everything. */
final class Connection<T extends Entity> implements Fields {
  private static final int LARGEST_PAGE = 250;

  private final String type;
  private final List<T> page;
  private final Function<T, Cursor> cursor;
  private final boolean next;
  private final boolean previous;

  private Connection(
      String type, List<T> page, Function<T, Cursor> cursor, boolean next, boolean previous) {
    this.type = type;
    this.page = page;
    this.cursor = cursor;
    this.next = next;
    this.previous = previous;
  }

  /** The page that the arguments ask for, in order of id. */
  static <T extends Entity> Connection<T> byId(
      String type, List<T> sorted, DataFetchingEnvironment env) {
    return of(type, sorted, item -> new Cursor(item.id(), item.id()), env);
  }

  /**
   * The page that the arguments ask for.
   *
   * @param sorted all items, ascending by the cursor
   */
  static <T extends Entity> Connection<T> of(
      String type, List<T> sorted, Function<T, Cursor> cursor, DataFetchingEnvironment env) {
    Integer first = size(env, "first");
    Integer last = size(env, "last");
    if (first == null && last == null) {
      throw new StoreRefusal(
          "BAD_REQUEST", "you must provide one of first or last for the " + type + "Connection");
    }
    List<T> all = sorted;
    Comparator<Cursor> order = Comparator.naturalOrder();
    if (Boolean.TRUE.equals(env.getArgument("reverse"))) {
      all = new java.util.ArrayList<>(sorted);
      Collections.reverse(all);
      order = order.reversed();
    }
    int from = env.getArgument("after") == null ? 0 : after(all, cursor, order, env);
    int to = env.getArgument("before") == null ? all.size() : before(all, cursor, order, env);
    int start = first == null ? Math.max(from, to - last) : from;
    int end = first == null ? to : Math.min(to, from + first);
    List<T> page = start < end ? all.subList(start, end) : List.of();
    return new Connection<>(type, page, cursor, end < all.size(), start > 0);
  }

  private static Integer size(DataFetchingEnvironment env, String argument) {
    Integer size = env.getArgument(argument);
    if (size != null && (size < 0 || size > LARGEST_PAGE)) {
      throw new StoreRefusal(
          "BAD_REQUEST", argument + " must be between 0 and " + LARGEST_PAGE + ", not " + size);
    }
    return size;
  }

  private static <T> int after(
      List<T> all, Function<T, Cursor> of, Comparator<Cursor> order, DataFetchingEnvironment env) {
    Cursor cursor = Cursor.decode(env.getArgument("after"));
    int index = 0;
    while (index < all.size() && order.compare(of.apply(all.get(index)), cursor) <= 0) {
      index++;
    }
    return index;
  }

  private static <T> int before(
      List<T> all, Function<T, Cursor> of, Comparator<Cursor> order, DataFetchingEnvironment env) {
    Cursor cursor = Cursor.decode(env.getArgument("before"));
    int index = all.size();
    while (index > 0 && order.compare(of.apply(all.get(index - 1)), cursor) >= 0) {
      index--;
    }
    return index;
  }

  @Override
  public String type() {
    return type + "Connection";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "nodes" -> page;
      case "edges" -> page.stream().map(Edge::new).toList();
      case "pageInfo" -> new PageInfo();
      default -> unknown(field);
    };
  }

  private final class Edge implements Fields {
    private final T node;

    Edge(T node) {
      this.node = node;
    }

    @Override
    public String type() {
      return type + "Edge";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "cursor" -> cursor.apply(node).encode();
        case "node" -> node;
        default -> unknown(field);
      };
    }
  }

  private final class PageInfo implements Fields {
    @Override
    public String type() {
      return "PageInfo";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "hasNextPage" -> next;
        case "hasPreviousPage" -> previous;
        case "startCursor" -> page.isEmpty() ? null : cursor.apply(page.get(0)).encode();
        case "endCursor" ->
            page.isEmpty() ? null : cursor.apply(page.get(page.size() - 1)).encode();
        default -> unknown(field);
      };
    }
  }
}
