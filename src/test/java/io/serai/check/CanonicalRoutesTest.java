package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.LocatedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Serai ships is written in canonical YAML, though the short forms would run as well. */
class CanonicalRoutesTest {
  private static final CamelShapes SHAPES = new CamelShapes();

  static Stream<Path> routes() throws IOException {
    return files("routes", ".yaml");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("routes")
  void aShippedRouteIsCanonical(Path file) {
    LocatedYaml yaml = LocatedYaml.read(file);
    List<String> shortForms = new ArrayList<>();

    new RouteWalk(SHAPES, yaml, part -> shortForms.addAll(shortForm(part))).file();

    assertThat(shortForms).isEmpty();
  }

  private static List<String> shortForm(RoutePart part) {
    String place = part.yaml().file() + ":" + part.yaml().line(part.at()) + ": ";
    if (!part.model().isEmpty() && part.value().isValueNode()) {
      return List.of(place + "write " + part.key() + " as a block");
    }
    boolean isLanguage = part.model().endsWith("Expression");
    boolean isWrapped = part.at().head().toString().endsWith("/expression");
    boolean wantsWrapping =
        isLanguage && SHAPES.model(part.parent()).keys().containsKey("expression");
    return wantsWrapping && !isWrapped
        ? List.of(place + "write " + part.key() + " under expression:")
        : List.of();
  }

  private static Stream<Path> files(String folder, String suffix) throws IOException {
    if (!Files.isDirectory(Path.of(folder))) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
    }
  }
}
