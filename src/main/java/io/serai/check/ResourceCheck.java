package io.serai.check;

import io.serai.config.Fault;
import io.serai.config.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks that a file which an expression is read from, {@code resource:file:...}, is there. */
final class ResourceCheck {
  private static final String FILE = "resource:file:";
  private static final String CONNECTORS = "{{connectors.folder}}";

  private final Path connectors;

  /**
   * @param connectors what {@code {{connectors.folder}}} stands for
   */
  ResourceCheck(Path connectors) {
    this.connectors = connectors;
  }

  /** What is wrong with the file that a part of a route names, if it names one. */
  List<Fault> faults(RoutePart part) {
    String text = part.model().endsWith("Expression") ? part.textOrSelf("expression") : "";
    String name = text.replace(FILE, "").replace(CONNECTORS, connectors.toString());
    if (!text.startsWith(FILE) || name.contains("{{") || isFile(name)) {
      return List.of();
    }
    String folder = text.substring(0, text.lastIndexOf('/') + 1);
    Set<String> known = new TreeSet<>();
    beside(Path.of(name)).forEach(file -> known.add(folder + file));
    String what = "no such file: " + text.replace(FILE, "");
    String cure = known.isEmpty() ? "check the folder" : Nearest.cure(text, known);
    return List.of(part.yaml().fault(part.place("expression"), what, cure));
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static List<Path> beside(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(Path::getFileName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
  }
}
