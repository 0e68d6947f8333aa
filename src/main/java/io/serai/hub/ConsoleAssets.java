package io.serai.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** What the console's pages load beside themselves: nothing from anywhere else. */
final class ConsoleAssets {
  private static final Map<String, Source> SOURCES =
      Map.of(
          "console.css", new Source("/console/assets/console.css", "text/css; charset=utf-8"),
          "console.js", new Source("/console/assets/console.js", "text/javascript; charset=utf-8"),
          "htmx.js",
              new Source(
                  "/META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js",
                  "text/javascript; charset=utf-8"));

  /** One of them. */
  record Asset(String type, byte[] content) {}

  private record Source(String resource, String type) {}

  Optional<Asset> find(String name) {
    return Optional.ofNullable(SOURCES.get(name)).map(ConsoleAssets::read);
  }

  private static Asset read(Source source) {
    try (InputStream in = ConsoleAssets.class.getResourceAsStream(source.resource())) {
      return new Asset(source.type(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(source.resource() + ": cannot be read", e);
    }
  }
}
