package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.mapping.Json;
import io.serai.sandbox.sms.SmsService;
import io.serai.sandbox.world.ReceivedText;
import io.serai.sandbox.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connector that sends SMS, before a service of the shape that it is made for. */
class SmsNotifierTest {
  private static final String SINK = "kamelet:sms-http-send-sink/sms-http-send-sink-sms";

  private final World world = new World();
  private final SmsService service = SmsService.start(world);
  private final DefaultCamelContext context = new DefaultCamelContext();
  private ProducerTemplate sender;

  @BeforeEach
  void start() throws Exception {
    Properties properties = new Properties();
    String prefix = "camel.kamelet.sms-http-send-sink.sms-http-send-sink-sms.";
    properties.setProperty(prefix + "url", service.url().toString());
    properties.setProperty(prefix + "accountSid", SmsService.ACCOUNT);
    properties.setProperty(prefix + "authToken", SmsService.TOKEN);
    properties.setProperty(prefix + "from", "+15005550006");
    properties.setProperty("connectors.folder", Path.of("connectors").toAbsolutePath().toString());
    context.getPropertiesComponent().setInitialProperties(properties);
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            ResourceHelper.resolveMandatoryResource(
                context,
                "file:"
                    + Path.of("connectors/notifiers/sms-http/sms-http-send-sink.kamelet.yaml")
                        .toAbsolutePath()));
    context.start();
    sender = context.createProducerTemplate();
  }

  @AfterEach
  void stop() {
    context.stop();
    service.close();
  }

  @Test
  void aMessageArrivesAsItWasWritten() {
    Exchange sent = send("+12025550123", "Caravan & Co: 100% = grüße 🐪", 1);

    assertThat(sent.getException()).isNull();
    assertThat(world.texts())
        .containsExactly(
            new ReceivedText("+12025550123", "+15005550006", "Caravan & Co: 100% = grüße 🐪"));
  }

  @Test
  void aNumberThatTheServiceRefusesIsARefusalAndNoFailure() {
    Exchange sent = send("+15005550001", "On its way", 1);

    assertThat(sent.getException(HttpOperationFailedException.class).getStatusCode())
        .isEqualTo(400);
    assertThat(sent.getException(HttpOperationFailedException.class).getResponseBody())
        .contains("21211");
  }

  @Test
  void aServiceThatIsAwayTakesTheMessageLater() {
    // The HTTP client itself asks once more.
    service.failNext(2);

    assertThat(send("+12025550123", "On its way", 1).getException()).isNotNull();
    assertThat(send("+12025550123", "On its way", 2).getException()).isNull();

    assertThat(world.texts()).hasSize(1);
  }

  @Test
  void aMessageWhoseAnswerWasLostIsNotSentTwice() {
    service.dropNext(1);

    assertThat(send("+12025550123", "On its way", 1).getException()).isNotNull();
    assertThat(send("+12025550123", "On its way", 2).getException()).isNull();

    assertThat(world.texts()).hasSize(1);
  }

  private Exchange send(String to, String text, int attempt) {
    return sender.request(
        SINK,
        exchange -> {
          exchange.getMessage().setBody(Json.object().put("to", to).put("text", text));
          exchange.getMessage().setHeaders(Map.of("deliveryAttempts", attempt));
        });
  }
}
