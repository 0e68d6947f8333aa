package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exchange with a supplier by mail, against a mail server with mailboxes. */
class MailExchangeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static GreenMail server;
  private static FileExchange exchange;

  @BeforeAll
  static void start() throws Exception {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    server.setUser("shop@example.com", "shop@example.com", "s+cr&t%");
    server.setUser("orders@north.example", "orders@north.example", "x");
    exchange =
        new FileExchange(
            folder,
            List.of("mail"),
            """
            hub: {sweepMillis: 200, httpPort: 0}
            suppliers:
              mail:
                connector: csv-mail
                pollSeconds: 0.3
                settings:
                  smtpHost: 127.0.0.1
                  smtpPort: %d
                  imapHost: 127.0.0.1
                  imapPort: %d
                  imapScheme: imap
                  user: shop@example.com
                  password: "s+cr&t%%"
                  from: shop@example.com
                  to: orders@north.example
                  senders: [Files@north.example]
            """
                .formatted(server.getSmtp().getPort(), server.getImap().getPort()));
  }

  @AfterAll
  static void stop() throws Exception {
    exchange.close();
    server.stop();
  }

  @Test
  void aPurchaseOrderGoesOutAsAnAttachmentWithAMessageIdOfItsOwn() throws Exception {
    exchange.gather("mail", "1");
    await().atMost(PATIENCE).until(() -> received().length == 1);
    MimeMessage mail = received()[0];
    assertThat(mail.getSubject()).matches("Orders PO-[0-9]+\\.csv");
    assertThat(mail.getFrom()[0]).hasToString("shop@example.com");
    assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@serai>");
    assertThat(attachment(mail)).startsWith("po_number,line,sku");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                exchange
                    .scene
                    .one("select state from delivery where kind = 'purchase-order'")
                    .equals("done"));
    exchange.execute(
        "update delivery set state = 'owed', due_at = '2026-01-01' where kind = 'purchase-order'");
    await().atMost(PATIENCE).until(() -> received().length == 2);
    assertThat(received()[1].getMessageID()).isEqualTo(mail.getMessageID());
  }

  @Test
  void everyAttachmentThatWeTakeIsStoredOnceAndTheMailMovesToDone() throws Exception {
    MimeMessage mail = mail("files@north.example", "two files");
    Multipart parts = new MimeMultipart();
    parts.addBodyPart(part("STOCK-20.csv", "sku,quantity\nM1,5\n"));
    parts.addBodyPart(part("logo.png", "x"));
    parts.addBodyPart(part("../out/STOCK-21 ü.csv", "sku,quantity\nM2,6\n"));
    mail.setContent(parts);
    deliver(mail, "<twice@north.example>");
    deliver(mail, "<twice@north.example>");
    deliver(mail, "<again@north.example>");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(exchange.statuses("mail", "STOCK-20.csv"))
                    .containsExactly("applied", "applied"));
    assertThat(exchange.statuses("mail", "STOCK-21 ü.csv")).hasSize(2);
    assertThat(exchange.statuses("mail", "logo.png")).isEmpty();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(count("INBOX")).isZero());
    assertThat(count("done")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aMailOfAStrangerOrWithoutAFileIsMovedAsideAndToldOf() throws Exception {
    MimeMessage stranger = mail("files@elsewhere.example", "stock\r\nBcc: x@example.com");
    Multipart parts = new MimeMultipart();
    parts.addBodyPart(part("STOCK-66.csv", "sku,quantity\nM1,0\n"));
    stranger.setContent(parts);
    stranger.setHeader("moveTo", "done");
    deliver(stranger, "<stranger@elsewhere.example>");
    MimeMessage chat = mail("files@north.example", "we are closed on Monday");
    chat.setText("really");
    deliver(chat, "<chat@north.example>");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(count("refused")).isEqualTo(2));
    assertThat(exchange.statuses("mail", "STOCK-66.csv")).isEmpty();
    assertThat(
            exchange.scene.rows("select text from alert where kind = 'mail-refused' order by id"))
        .hasSize(2)
        .anySatisfy(row -> assertThat(row.get(0)).contains("is from files@elsewhere.example"))
        .anySatisfy(
            row -> assertThat(row.get(0)).contains("'we are closed on Monday', has no attachment"));
  }

  @Test
  void aMailWhoseFilesCannotBeStoredStaysUnread() throws Exception {
    exchange.execute("alter table document rename to document_away");
    MimeMessage mail = mail("files@north.example", "later");
    Multipart parts = new MimeMultipart();
    parts.addBodyPart(part("STOCK-30.csv", "sku,quantity\nM3,5\n"));
    mail.setContent(parts);
    deliver(mail, "<later@north.example>");
    await().pollDelay(Duration.ofMillis(1000)).until(() -> true);
    assertThat(count("INBOX")).isEqualTo(1);

    exchange.execute("alter table document_away rename to document");
    exchange.applied("mail", "STOCK-30.csv");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(count("INBOX")).isZero());
  }

  private static MimeMessage[] received() {
    return server.getReceivedMessagesForDomain("north.example");
  }

  private static String attachment(MimeMessage mail) throws Exception {
    Multipart parts = (Multipart) mail.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      if (parts.getBodyPart(i).getFileName() != null) {
        return new String(
            parts.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static MimeMessage mail(String from, String subject) throws Exception {
    MimeMessage mail = new MimeMessage((Session) null);
    mail.setFrom(new InternetAddress(from));
    mail.setRecipients(Message.RecipientType.TO, "shop@example.com");
    mail.setSubject(subject.replaceAll("\\R", " "));
    return mail;
  }

  private static MimeBodyPart part(String name, String content) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(content.getBytes(StandardCharsets.UTF_8), "application/octet-stream");
    part.setHeader("Content-Transfer-Encoding", "base64");
    part.setDisposition("attachment");
    part.setFileName(jakarta.mail.internet.MimeUtility.encodeText(name));
    return part;
  }

  private static void deliver(MimeMessage mail, String id) throws Exception {
    mail.saveChanges();
    mail.setHeader("Message-ID", id);
    server.getUserManager().getUser("shop@example.com").deliver(new MimeMessage(mail));
  }

  private static int count(String name) throws Exception {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", server.getImap().getPort(), "shop@example.com", "s+cr&t%");
      Folder box = store.getFolder(name);
      return box.exists() ? box.getMessageCount() : 0;
    }
  }
}
