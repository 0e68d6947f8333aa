package io.serai.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import io.serai.sandbox.world.ReceivedMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;

/** Reads what a mail says from its MIME form. */
final class MailReader {
  private MailReader() {}

  static ReceivedMail read(MovingMessage moving) {
    try {
      MimeMessage message = moving.getMessage();
      return new ReceivedMail(
          Optional.ofNullable(message.getMessageID()).orElse(""),
          message.getFrom() == null ? "" : message.getFrom()[0].toString(),
          moving.getToAddresses().stream().map(MailAddress::getEmail).toList(),
          Optional.ofNullable(message.getSubject()).orElse(""),
          part(message, "text/plain"),
          part(message, "text/html"));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("cannot read a mail that arrived: " + e.getMessage(), e);
    }
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    return part.getContent() instanceof Multipart parts ? firstPart(parts, type) : "";
  }

  private static String firstPart(Multipart parts, String type)
      throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart each = parts.getBodyPart(i);
      String found = part(each, type);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}
