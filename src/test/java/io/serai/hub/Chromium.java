package io.serai.hub;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real browser. It needs chromium: install it ({@code apt-get install chromium}), or name it with
 * {@code -Dserai.chromium=/path/to/chromium}.
 */
public final class Chromium implements AutoCloseable {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("serai.chromium", "/usr/bin/chromium"));

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(CHROMIUM)
                  .setArgs(List.of("--no-sandbox")));

  private Chromium() {}

  /** The browser; where there is none, the test is skipped. */
  public static Chromium start() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        CHROMIUM + " is not there: install chromium, or name it with -Dserai.chromium=/path");
    return new Chromium();
  }

  /** To open windows with. */
  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
