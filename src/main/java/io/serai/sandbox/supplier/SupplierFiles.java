package io.serai.sandbox.supplier;

import io.serai.sandbox.paper.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folders of one supplier on its server's disk. */
final class SupplierFiles {
  private final String supplier;
  private final Path orders;
  private final Path out;
  private final Map<String, Integer> sequences = new LinkedHashMap<>();

  SupplierFiles(String supplier, Path home) {
    this.supplier = supplier;
    this.orders = home.resolve("orders");
    this.out = home.resolve("out");
    try {
      for (String each : List.of("orders/done", "orders/failed", "out/done", "out/failed")) {
        Files.createDirectories(home.resolve(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(home + ": cannot make the folders of a supplier", e);
    }
  }

  /**
   * Files that have been put down under their final name: purchase orders first, then the requests
   * not to ship what stands in some of them, each oldest name first.
   *
   * @param isRead which names are those of such files
   */
  List<Path> arrived(Predicate<String> isRead) {
    try (Stream<Path> files = Files.list(orders)) {
      return files
          .filter(file -> isRead.test(file.getFileName().toString()))
          .sorted(
              Comparator.comparing((Path file) -> file.getFileName().toString().charAt(0))
                  .reversed()
                  .thenComparing(Path::compareTo))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(orders + ": cannot look for purchase orders", e);
    }
  }

  byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot read it", e);
    }
  }

  /** Puts a file that has been dealt with into {@code orders/done} or {@code orders/failed}. */
  void putAway(Path file, boolean read) {
    Path target = orders.resolve(read ? "done" : "failed").resolve(file.getFileName());
    try {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot put it away", e);
    }
  }

  /** Writes the next file of its kind: under a name that starts with a dot, then renamed. */
  void write(Sheet sheet) {
    int sequence = sequences.merge(sheet.kind(), 1, Integer::sum);
    String name = "%s-%06d.%s".formatted(sheet.kind(), sequence, sheet.ending());
    Path hidden = out.resolve("." + name);
    try {
      Files.write(hidden, sheet.content());
      Files.move(hidden, out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot write it for " + supplier, e);
    }
  }
}
