package io.serai.hub;

import io.serai.delivery.Delivery;
import io.serai.hub.files.MailedFile;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.support.DefaultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bean {@code mails}: suppliers' files that travel as attachments of mails. */
public final class MailDesk {
  /** By this header a file is told from others of its name: by its mail, and its place in it. */
  static final String FILE_KEY = "SeraiFileKey";

  private static final Logger LOG = LoggerFactory.getLogger(MailDesk.class);
  // Camel takes the mail there once the exchange has gone well.
  private static final String MOVE_TO = "moveTo";

  private final AlertDesk alerts;

  MailDesk(AlertDesk alerts) {
    this.alerts = alerts;
  }

  /** A file with the mail that it came in. */
  public record Received(String mail, MailedFile file) {}

  /**
   * Puts the files of a mail into the exchange, if it is from the supplier. A mail that brings
   * nothing is moved aside, and the merchant is told.
   */
  public void open(
      Exchange exchange,
      @ExchangeProperty("supplier") String supplier,
      @ExchangeProperty("senders") String senders,
      @ExchangeProperty("attachments") String attachments,
      @ExchangeProperty("refusedFolder") String refusedFolder)
      throws MessagingException, IOException {
    Message mail = exchange.getIn().getBody(Message.class);
    // Camel's own message asks its endpoint for the mail, which is another where the Kamelet ends.
    DefaultMessage message = new DefaultMessage(exchange.getContext());
    exchange.setMessage(message);
    message.setBody(files(message, mail, supplier, senders, attachments, refusedFolder));
  }

  private List<Received> files(
      DefaultMessage message,
      Message mail,
      String supplier,
      String senders,
      String attachments,
      String refusedFolder)
      throws MessagingException, IOException {
    String sender = MailedFile.sender(mail).orElse("nobody");
    if (!known(senders).contains(sender)) {
      refuse(message, mail, supplier, refusedFolder, "is from " + sender);
      return List.of();
    }
    List<MailedFile> files = MailedFile.of(mail, List.of(attachments.split(",")));
    if (files.isEmpty()) {
      refuse(message, mail, supplier, refusedFolder, "has no attachment like " + attachments);
    }
    String id = id(mail);
    return files.stream().map(file -> new Received(id, file)).toList();
  }

  /** Puts one file into the exchange, as it would come from a folder. */
  public void file(Exchange exchange) {
    Received received = exchange.getMessage().getBody(Received.class);
    MailedFile file = received.file();
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, file.name());
    exchange.getMessage().setHeader(Exchange.FILE_LENGTH, (long) file.content().length);
    exchange.getMessage().setHeader(FILE_KEY, received.mail() + "#" + file.number());
    exchange.getMessage().setBody(file.content());
  }

  /** Makes a mail of a file that is owed; a repeat has the same Message-ID. */
  public void write(
      Exchange exchange,
      @ExchangeProperty("delivery") Delivery delivery,
      @ExchangeProperty("mailFrom") String from,
      @ExchangeProperty("mailTo") String to,
      @ExchangeProperty("mailSubject") String subject) {
    AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
    byte[] content = message.getBody(byte[].class);
    String name = oneLine(message.getHeader(Exchange.FILE_NAME, String.class));
    UUID id = UUID.nameUUIDFromBytes(delivery.key().getBytes(StandardCharsets.UTF_8));
    message.removeHeaders("*");
    message.setHeader("From", oneLine(from));
    message.setHeader("To", oneLine(to));
    message.setHeader("Subject", oneLine(subject) + " " + name);
    message.setHeader("Message-ID", "<" + id + "@serai>");
    message.setBody("The file " + name + " is attached.\n");
    ByteArrayDataSource source = new ByteArrayDataSource(content, "application/octet-stream");
    source.setName(name);
    message.addAttachment(name, new DataHandler(source));
  }

  private void refuse(
      DefaultMessage message, Message mail, String supplier, String folder, String why)
      throws MessagingException {
    String what =
        "A mail in the mailbox of supplier "
            + supplier
            + ", with the subject '"
            + oneLine(String.valueOf(mail.getSubject()))
            + "', "
            + why
            + "; nothing of it was taken, and it was moved to the folder "
            + folder;
    LOG.warn(what);
    alerts.raise(
        "mail-refused",
        "mail-refused:" + supplier + ":" + id(mail),
        what
            + ". If it is the supplier's, add its address to settings.senders or the name of its file to settings.attachments, and move it back as unread.");
    message.setHeader(MOVE_TO, folder);
  }

  private static Set<String> known(String senders) {
    return Set.of(senders.toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
  }

  private static String id(Message mail) throws MessagingException {
    String[] id = mail.getHeader("Message-ID");
    return id != null && id.length > 0 && !id[0].isBlank()
        ? oneLine(id[0])
        : "sent " + mail.getSentDate() + ", received " + mail.getReceivedDate();
  }

  // What somebody wrote may not become a header of its own.
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
