package io.serai.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.sandbox.world.ReceivedMail;
import io.serai.sandbox.world.World;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailCatcherTest {
  private final World world = new World();
  private final MailCatcher catcher = MailCatcher.start(world);

  @AfterEach
  void close() {
    catcher.close();
  }

  @Test
  void aMailIsRecordedWithBothOfItsParts() throws MessagingException {
    send("<1@serai>");

    ReceivedMail mail = catcher.mails().get(0).what();
    assertThat(mail.messageId()).isEqualTo("<1@serai>");
    assertThat(mail.to()).containsExactly("customer-1@example.com");
    assertThat(mail.subject()).isEqualTo("Your order “#1” 🎁");
    assertThat(mail.text()).isEqualTo("Grüße");
    assertThat(mail.html()).isEqualTo("<p>Grüße</p>");
  }

  @Test
  void aSecondArrivalIsCountedByItsMessageId() throws MessagingException {
    send("<1@serai>");
    send("<2@serai>");
    send("<1@serai>");

    assertThat(catcher.mails()).extracting(seen -> seen.times()).containsExactly(2, 1);
    assertThat(world.summary().repeatedMails()).isEqualTo(1);
  }

  @Test
  void aRefusalReachesTheSenderUntilItIsLifted() throws MessagingException {
    catcher.refuseWith("451 4.3.2 try again later");

    assertThatThrownBy(() -> send("<1@serai>")).hasMessageContaining("451 4.3.2 try again later");
    assertThat(catcher.mails()).isEmpty();

    catcher.accept();
    send("<1@serai>");
    assertThat(catcher.mails()).hasSize(1);
  }

  @Test
  void onlyARefusalCanBeRefusedWith() {
    assertThatThrownBy(() -> catcher.refuseWith("250 OK")).hasMessageContaining("250 OK");
  }

  private void send(String messageId) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", catcher.host());
    properties.put("mail.smtp.port", "" + catcher.port());
    MimeMessage message =
        new MimeMessage(Session.getInstance(properties)) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    message.setFrom("shop@example.com");
    message.setRecipients(RecipientType.TO, "customer-1@example.com");
    message.setSubject("Your order “#1” 🎁", "UTF-8");
    message.setContent(
        new MimeMultipart("alternative", part("Grüße", "plain"), part("<p>Grüße</p>", "html")));
    message.saveChanges();
    Transport.send(message);
  }

  private static MimeBodyPart part(String text, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", type);
    return part;
  }
}
