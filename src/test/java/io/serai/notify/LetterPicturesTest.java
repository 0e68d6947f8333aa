package io.serai.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Takes pictures of the letters, on a phone and on a desktop, so that a person sees what a change
 * of a template does: in {@code target/mails/}, and {@code docs/images/mails.png}. It takes a while
 * and a browser, so it runs when asked: {@code ./serai test -Dtest=LetterPicturesTest
 * -Dmails.pictures=true}.
 */
class LetterPicturesTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path FOLDER = Path.of("target/mails").toAbsolutePath();

  @Test
  void everyLetterIsSeenOnAPhoneAndADesktop() throws Exception {
    assumeTrue(Boolean.getBoolean("mails.pictures"), "no pictures without -Dmails.pictures=true");
    assumeTrue(Files.isExecutable(CHROMIUM), CHROMIUM + " is not there: no pictures are taken");
    LetterTemplates templates = LetterTemplates.load(Path.of("no/such/folder"));
    Files.createDirectories(FOLDER);
    for (Samples samples : List.of(Samples.USUAL, Samples.HOSTILE)) {
      String prefix = samples == Samples.USUAL ? "" : "hostile-";
      for (ObjectNode facts : samples.all()) {
        String name = prefix + facts.get("template").asText();
        Files.writeString(FOLDER.resolve(name + ".html"), templates.write(facts).html());
        picture(frame(name, 360, 900), name + "-phone.png", 360, 900);
        picture(frame(name, 800, 760), name + "-desktop.png", 800, 760);
      }
    }
    // One picture for the README, of two letters side by side.
    Path picture =
        picture(frames(List.of("confirmed", "shipped"), 400, 790), "mails.png", 816, 790);
    Files.copy(picture, Path.of("docs/images/mails.png"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(picture).isNotEmptyFile();
  }

  private static String frame(String name, int width, int height) {
    return frames(List.of(name), width, height);
  }

  // A window cannot be made as narrow as a phone; a frame can.
  private static String frames(List<String> names, int width, int height) {
    StringBuilder page =
        new StringBuilder("<body style='margin:0;display:flex;gap:16px;background:#d8d8d2'>");
    names.forEach(
        name ->
            page.append(
                "<iframe src='%s.html' width=%d height=%d style='border:0'></iframe>"
                    .formatted(name, width, height)));
    return page.toString();
  }

  private static Path picture(String page, String name, int width, int height)
      throws IOException, InterruptedException {
    Path file = FOLDER.resolve(name);
    Path frame = Files.writeString(FOLDER.resolve("frame.html"), page);
    Process chromium =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--allow-file-access-from-files",
                "--window-size=" + width + "," + height,
                "--screenshot=" + file,
                frame.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("chromium.log").toFile())
            .start();
    assertThat(chromium.waitFor(60, TimeUnit.SECONDS)).as("chromium ends").isTrue();
    return file;
  }
}
