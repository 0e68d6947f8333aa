package io.serai.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import io.serai.sandbox.world.ReceivedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a mail says from its MIME form. */
final class MailReader {
  private MailReader() {}

  static ReceivedMail read(MovingMessage moving) {
    try {
      MimeMessage message = moving.getMessage();
      Map<String, String> parts = new HashMap<>();
      collect(message, parts);
      return new ReceivedMail(
          Optional.ofNullable(message.getMessageID()).orElse(""),
          message.getFrom() == null ? "" : message.getFrom()[0].toString(),
          moving.getToAddresses().stream().map(MailAddress::getEmail).toList(),
          Optional.ofNullable(message.getSubject()).orElse(""),
          parts.getOrDefault("text/plain", ""),
          parts.getOrDefault("text/html", ""));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("cannot read a mail that arrived: " + e.getMessage(), e);
    }
  }

  // The first part of each type, each decoded once.
  private static void collect(Part part, Map<String, String> found)
      throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i), found);
      }
    } else {
      String type = part.isMimeType("text/html") ? "text/html" : "text/plain";
      found.putIfAbsent(type, content.toString());
    }
  }
}
