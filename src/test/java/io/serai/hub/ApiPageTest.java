package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.intake.Submission;
import io.serai.mapping.Json;
import io.serai.rest.AccessTokens;
import io.serai.rest.Scope;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/api.md shows is run, in its order, in a shell: it is answered as the page says. */
class ApiPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?m)^```(sh|json)\n((?s:.*?))^```$");
  private static final Path PAGE = Path.of("docs/api.md");

  @Test
  void everyRequestOfThePageIsAnsweredAsItShows() throws Exception {
    assumeTrue(isThere("curl"), "curl is not there, with which the page asks");
    List<MatchResult> blocks = BLOCK.matcher(Files.readString(PAGE)).results().toList();
    int port = PageServer.freePort();
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "TEA,9", "MUG,0").order("1000", "TEA,1").order("1001", "TEA,3", "MUG,2");
      try (PageServer server = PageServer.start(scene, port)) {
        assertThat(server).isNotNull();
        run(blocks, scene, Map.of("HUB", "http://127.0.0.1:" + port, "TOKEN", token(scene)));
      }
      assertThat(scene.one("select number from customer_order order by id desc limit 1"))
          .isEqualTo("W-1001");
    }
    assertThat(blocks).hasSizeGreaterThan(8);
  }

  private static void run(List<MatchResult> blocks, Scene scene, Map<String, String> environment)
      throws Exception {
    String said = "";
    for (MatchResult block : blocks) {
      if (block.group(1).equals("json")) {
        holds(Json.read(block.group(2)), Json.read(said), block.group(2));
        takeIn(scene);
      } else {
        said = sh(block.group(2), environment);
        assertThat(said).as(block.group(2)).startsWith("{").doesNotContain("\"status\":404");
      }
    }
  }

  // Each member that the page shows is there, and is of the same kind; a word for how it stands is
  // the same.
  private static void holds(JsonNode shown, JsonNode said, String where) {
    shown
        .properties()
        .forEach(
            member -> {
              JsonNode there = said.path(member.getKey());
              assertThat(there.getNodeType())
                  .as(member.getKey() + " of " + where + " in " + said)
                  .isEqualTo(member.getValue().getNodeType());
              holds(member.getValue(), there, where);
              if (List.of("status", "detail", "title", "order").contains(member.getKey())) {
                assertThat(there).isEqualTo(member.getValue());
              }
            });
    if (shown.isArray()) {
      holds(shown.get(0), said.get(0), where);
    }
  }

  // What the route of orders does when it looks next.
  private static void takeIn(Scene scene) {
    OrderDesk orders = scene.bean(OrderDesk.class, "orders");
    List<Submission> waiting =
        scene.bean(DocumentDesk.class, "documents").orders("dtc").stream()
            .map(document -> orders.submission(document, orders.canonical(document, "api")))
            .toList();
    orders.accept(waiting);
  }

  private static String token(Scene scene) {
    return scene.database.inTransaction(
        handle ->
            new AccessTokens(Clock.systemUTC())
                .make(handle, "page", Scope.words(), Optional.empty(), "a test")
                .secret());
  }

  private static String sh(String script, Map<String, String> environment) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", script);
    shell.environment().putAll(environment);
    shell.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(script).isZero();
    return said;
  }

  private static boolean isThere(String command) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  @Test
  void thePageNamesEveryScope() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains(Scope.words().stream().map(word -> "| `" + word + "` |").toList());
  }
}
