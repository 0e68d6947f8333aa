package io.serai.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.event.EventType;
import io.serai.mapping.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signatures are those of the specification, and what the documents say of them holds. */
class SigningTest {
  // The example that the specification's own libraries are tested with.
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long AT = 1614265330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static final Path PAGE = Path.of("docs/webhooks.md");

  @Test
  void theExampleOfTheSpecificationIsSignedAsThere() {
    Map<String, String> headers =
        Signing.headers(
            ID,
            Instant.ofEpochSecond(AT),
            BODY.getBytes(StandardCharsets.UTF_8),
            List.of(Base64.getDecoder().decode(SECRET.substring(6))));

    assertThat(headers)
        .containsEntry("webhook-id", ID)
        .containsEntry("webhook-timestamp", Long.toString(AT))
        .containsEntry("webhook-signature", SIGNATURE);
  }

  @Test
  void theShellOfThePageSignsTheSame() throws Exception {
    String script = example("sh") + "signature " + SECRET + " " + ID + " " + AT + "\n";
    assertThat("v1," + run(BODY, "sh", "-c", script).strip()).isEqualTo(SIGNATURE);
  }

  @Test
  void thePythonOfThePageTellsRightFromWrong() throws Exception {
    String script =
        example("python")
            + """

            headers = {"webhook-id": "%s", "webhook-timestamp": "%d", "webhook-signature": "v1,b2xk %s"}
            body = b'%s'
            print(is_from_the_hub("%s", headers, body, %d),
                  is_from_the_hub("%s", headers, body + b" ", %d),
                  is_from_the_hub("%s", headers, body))
            """
                .formatted(ID, AT, SIGNATURE, BODY, SECRET, AT + 60, SECRET, AT, SECRET);

    assertThat(run("", "python3", "-c", script).strip()).isEqualTo("True False False");
  }

  @Test
  void theMessageOfThePageIsAsItsSchemaSays() throws Exception {
    try (InputStream schema = getClass().getResourceAsStream("/schema/event.schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(Json.MAPPER.readTree(schema))
                  .validate(Json.read(example("json event"))))
          .isEmpty();
    }
  }

  @Test
  void thePageAndTheSchemaNameEveryEvent() throws Exception {
    String page = Files.readString(PAGE);
    for (EventType type : EventType.values()) {
      assertThat(page).contains("| `" + type.word() + "` | " + type.meaning() + " |");
    }
    try (InputStream schema = getClass().getResourceAsStream("/schema/event.schema.json")) {
      assertThat(Json.MAPPER.readTree(schema).at("/properties/type/enum"))
          .extracting(type -> type.asText())
          .containsExactlyInAnyOrderElementsOf(
              List.of(EventType.values()).stream().map(EventType::word).toList());
    }
  }

  @Test
  void aSecretIsReadByItsOwnKeyAndOwnerAlone() {
    SecretBox box = new SecretBox(() -> "one key");
    byte[] locked = box.lock("shop", new byte[] {1, 2, 3});

    assertThat(box.unlock("shop", locked)).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> box.unlock("other", locked)).isInstanceOf(SecretBox.WrongKey.class);
    assertThatThrownBy(() -> new SecretBox(() -> "another").unlock("shop", locked))
        .isInstanceOf(SecretBox.WrongKey.class)
        .hasMessageContaining("webhook shop");
  }

  private static String example(String info) throws IOException {
    Matcher found =
        Pattern.compile("(?ms)^```" + info + "\n(.*?)^```").matcher(Files.readString(PAGE));
    assertThat(found.find()).as(info).isTrue();
    return found.group(1);
  }

  private static String run(String input, String... command) throws Exception {
    boolean isThere =
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])));
    assumeTrue(isThere, command[0] + " is not installed");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
