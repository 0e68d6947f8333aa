package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A person who goes through the whole console, from link to link, and looks at one page of each
 * kind: whether it is there, can be read by everybody, and fits.
 */
public final class ConsoleWalk {
  private static final List<String> FILES = List.of("as=csv", "/content", "/logout");

  private final Page page;
  private final String console;
  private final String seenAs;
  private final List<String> complaints = new ArrayList<>();

  /**
   * Opens a browser's window.
   *
   * @param console the address of the console, without a slash at its end
   */
  public ConsoleWalk(Browser browser, String console, ColorScheme scheme, int width) {
    this.console = console;
    this.seenAs = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
    this.page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(scheme)
                    // A checker's own script is run in the page.
                    .setBypassCSP(true))
            .newPage();
    page.onPageError(complaints::add);
  }

  /** Logs in. */
  public ConsoleWalk enter(String name, String password) {
    page.navigate(console + "/");
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    assertThat(page.title()).startsWith("Today");
    return this;
  }

  /** Looks at one page of each kind that can be reached; returns their kinds. */
  public Set<String> everywhere() {
    Set<String> kinds = new LinkedHashSet<>();
    Deque<String> ahead = new ArrayDeque<>(List.of(page.url()));
    while (!ahead.isEmpty()) {
      String address = ahead.removeFirst();
      if (kinds.add(kind(address))) {
        look(address);
        ahead.addAll(links());
      }
    }
    assertThat(complaints).as("what the browser complains of").isEmpty();
    return kinds;
  }

  private void look(String address) {
    assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
    picture(page, "console-" + kind(address) + seenAs);
    assertThat(page.locator("h1").first().textContent()).as(address).isNotBlank();
    readable(page, address + seenAs);
  }

  /** Fails unless everybody can read the page that is shown, and it fits into its window. */
  static void readable(Page page, String called) {
    assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
        .as("axe-core on " + called)
        .isEmpty();
    assertThat(
            (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
        .as("what does not fit into the window of " + called)
        .isLessThanOrEqualTo(0);
  }

  /** Takes a picture into the folder that {@code -Dserai.screenshots} names, if it does. */
  static void picture(Page page, String called) {
    String folder = System.getProperty("serai.screenshots", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(folder, called.replaceAll("[^A-Za-z0-9]+", "-") + ".png"))
              .setFullPage(true));
    }
  }

  private List<String> links() {
    return page.locator("a[href^='/console']").all().stream()
        .map(link -> link.getAttribute("href"))
        .filter(path -> FILES.stream().noneMatch(path::contains))
        .map(path -> console.replaceFirst("/console$", "") + path)
        .toList();
  }

  // The address without what only says which one is meant: numbers, names, and the values of a
  // query.
  private String kind(String address) {
    return address
        .substring(console.length())
        .replaceAll("#.*", "")
        .replaceAll("=[^&]*", "")
        .replaceAll("/\\d+", "/n")
        .replaceAll("^/(suppliers|routes|orders|webhooks)/[^/?]+", "/$1/n");
  }
}
