package io.serai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.bench.PagesMeasurement.Measured;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bench --pages} does, with few orders. */
class PagesMeasurementTest {
  @Test
  void everyPageIsAnsweredOverOrdersOfEveryState(@TempDir Path folder) throws Exception {
    List<Measured> pages =
        new PagesMeasurement(1_000, 1, folder, Path.of("").toAbsolutePath(), said -> {}).run();

    assertThat(pages).hasSizeGreaterThan(25).allMatch(page -> page.p95Ms() > 0);
  }
}
