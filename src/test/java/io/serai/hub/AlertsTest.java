package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.delivery.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the merchant is told soon. */
class AlertsTest {
  private final Scene scene = Scene.usual();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whatComesCloseTogetherIsToldInOneMail() {
    raise("a", "North counts <nothing>.");
    scene.pass(Duration.ofMinutes(2));
    raise("b", "South is silent.");
    assertThat(mails()).isEmpty();

    scene.pass(Duration.ofMinutes(4));
    List<Delivery> mails = mails();
    assertThat(mails).hasSize(1);
    assertThat(mails.get(0).payload().path("to").asText()).isEqualTo("ops@example.com");
    assertThat(mails.get(0).payload().path("alerts").findValuesAsText("text"))
        .containsExactly("North counts <nothing>.", "South is silent.");
    assertThat(
            io.serai.notify.LetterTemplates.load(java.nio.file.Path.of("none"))
                .write(mails.get(0).payload())
                .html())
        .contains("North counts &lt;nothing&gt;.")
        .doesNotContain("<nothing>");
  }

  @Test
  void theSameAlertAgainIsToldOnce() {
    raise("a", "North counts nothing.");
    scene.pass(Duration.ofMinutes(6));
    assertThat(mails()).hasSize(1);

    raise("a", "North counts nothing.");
    scene.pass(Duration.ofHours(1));
    assertThat(mails()).isEmpty();
  }

  private void raise(String key, String text) {
    Alerts alerts = new Alerts(scene.clock);
    scene.database.useTransaction(
        handle -> alerts.raise(handle, List.of(new Alert("test", key, Optional.empty(), text))));
  }

  private List<Delivery> mails() {
    scene.bean(AlertDesk.class, "alerts").tell();
    return scene.deliver("mail", "mail");
  }
}
