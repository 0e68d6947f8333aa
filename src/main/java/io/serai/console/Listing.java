package io.serai.console;

import io.serai.view.Slice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the lists of the console have in common: they are filtered, paged and exported. */
final class Listing {
  /** The rows of a page. */
  static final int PAGE = 50;

  /** The most rows of a file. */
  static final int FILE = 10_000;

  private Listing() {}

  /** From which id a list goes on; the newest first. */
  static long before(Request request) {
    return before(request, "before");
  }

  /** The same for one of several lists of a page. */
  static long before(Request request, String name) {
    return request
        .asked(name)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(Long.MAX_VALUE);
  }

  /** The rows that are asked for: a page, or a file. */
  static int rows(Request request) {
    return isFile(request) ? FILE : PAGE;
  }

  /** Whether the list is wanted as a file. */
  static boolean isFile(Request request) {
    return request.asked("as").filter("csv"::equals).isPresent();
  }

  /** What stands behind the question mark of the same list elsewhere; each name with its value. */
  static String filter(Request request, String... names) {
    return List.of(names).stream()
        .flatMap(name -> request.asked(name).map(value -> name + "=" + encoded(value)).stream())
        .collect(Collectors.joining("&"));
  }

  /** The address of the older part of a list; empty where there is none. */
  static String older(String path, String filter, Slice<?> slice) {
    return slice
        .next()
        .map(next -> path + "?" + (filter.isEmpty() ? "" : filter + "&") + "before=" + next)
        .orElse("");
  }

  /** One of the words, if it is asked for. */
  static Optional<String> oneOf(Request request, String name, List<String> words) {
    return request.asked(name).filter(words::contains);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
