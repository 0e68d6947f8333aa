package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.flow.Stage;
import io.serai.flow.StageRoute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of the routes, from a hub with two stages and two channels. */
class RoutePictureTest {
  private static final String FIRST =
      """
      # Takes shoes
      # in. In: shoes of `cows`. Out: boxes.
      - routeTemplate:
          id: shoes-take
          parameters:
            - name: channel
          route:
            from:
              uri: direct:take-{{channel}}?synchronous=true
              steps:
                - to:
                    uri: direct:pack
      """;
  private static final String SECOND =
      """
      - route:
          id: boxes-pack
          from:
            uri: direct:pack
            steps:
              - doTry:
                  steps:
                    - choice:
                        when:
                          - expression:
                              simple:
                                expression: ${body} == 'torn'
                            steps:
                              - throwException:
                                  exceptionType: java.lang.IllegalStateException
                                  message: torn
                  doCatch:
                    - exception:
                        - java.lang.Exception
                      steps:
                        - to:
                            uri: log:ftp://joe:secret@example.com/x
      """;

  @TempDir Path folder;

  @Test
  void showsEachStageWithWhatItsRoutesHaveDoneForEachAccountAndNoSecret() throws Exception {
    write("routes/10-take.yaml", FIRST);
    write("routes/20-pack.yaml", SECOND);
    RoutePicture picture = new RoutePicture(Clock.systemUTC());
    assertThat(picture.stages()).isEmpty();

    try (CamelContext context = start(picture)) {
      ProducerTemplate sender = context.createProducerTemplate();
      sender.sendBody("direct:take-dtc", "good");
      sender.sendBody("direct:take-dtc", "torn");
      context.getRouteController().stopRoute("shoes-take-vip");

      List<Stage> stages = picture.stages();
      Stage take = stages.get(0);
      assertThat(List.of(take.name(), take.what(), take.in(), take.out()))
          .containsExactly("10-take", "Takes shoes in.", "shoes of cows", "boxes");
      StageRoute shoes = take.routes().get(0);
      assertThat(shoes.from()).isEqualTo("direct:take-{{channel}}");
      assertThat(shoes.accounts())
          .extracting(StageRoute.Run::account, StageRoute.Run::started, run -> run.tally().done())
          .containsExactly(tuple("dtc", true, 2L), tuple("vip", false, 0L));

      StageRoute boxes = stages.get(1).routes().get(0);
      assertThat(shoes.handsTo(boxes)).isTrue();
      assertThat(boxes.handsTo(shoes)).isFalse();
      assertThat(boxes.tally().done()).isEqualTo(2);
      assertThat(boxes.tally().failed()).isEqualTo(1);
      assertThat(boxes.tally().inFlight()).isZero();
      assertThat(boxes.tally().last()).isPresent();
      assertThat(stages.toString()).doesNotContain("secret");
    }
  }

  private CamelContext start(RoutePicture picture) throws Exception {
    write(
        "connectors/channels/store/connector.yaml",
        "title: Store\nkind: channel\ndescription: A store.\n");
    Path file =
        write(
            "serai.yaml",
            "hub:\n  httpPort: 0\nchannels:\n  dtc:\n    connector: store\n    settings: {}\n"
                + "  vip:\n    connector: store\n    settings: {}\n");
    ConnectorCatalog connectors = ConnectorCatalog.scan(folder.resolve("connectors"));
    return new Routes(
            Configuration.load(file, connectors, Map.of()),
            connectors,
            folder.resolve("connectors"),
            folder.resolve("routes"))
        .start(Map.of("routePicture", picture));
  }

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
