package io.serai.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import io.serai.hub.Chromium;
import io.serai.hub.ConsoleWalk;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks through the console of a demo that runs already, with however many orders it has: {@code
 * ./serai demo --orders-file FILE}, and then this test with {@code
 * -Dserai.console=http://localhost:PORT/console -Dserai.password=PASSWORD}, and {@code
 * -Dserai.screenshots=FOLDER} for pictures.
 */
class RunningDemoTest {
  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,360", "DARK,360"})
  void everyPageCanBeRead(ColorScheme scheme, int width) {
    Optional<String> console = Optional.ofNullable(System.getProperty("serai.console"));
    assumeTrue(
        console.isPresent(),
        "skipped: start ./serai demo, and name its console by -Dserai.console and -Dserai.password");
    try (Chromium chromium = Chromium.start()) {
      assertThat(
              new ConsoleWalk(chromium.browser(), console.orElseThrow(), scheme, width)
                  .enter("admin", System.getProperty("serai.password"))
                  .everywhere())
          .hasSizeGreaterThan(15);
    }
  }
}
