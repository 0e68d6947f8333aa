package io.serai.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import io.serai.sandbox.world.ReceivedMail;
import io.serai.sandbox.world.Seen;
import io.serai.sandbox.world.World;
import java.util.List;

/**
 * An SMTP server on a loopback port of its own that takes every mail, records it in the world and
 * delivers none. It can be told to refuse.
 */
public final class MailCatcher implements AutoCloseable {
  private static final String NONE = "";

  private final World world;
  private final SmtpServer server;
  private volatile String refusal = NONE;

  private MailCatcher(World world) {
    this.world = world;
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    this.server = new SmtpServer(setup, new RecordingManagers());
  }

  /** Starts the server; it takes mail as soon as this returns. */
  public static MailCatcher start(World world) {
    MailCatcher catcher = new MailCatcher(world);
    catcher.server.startService();
    try {
      if (!catcher.server.waitTillRunning(5_000)) {
        throw new IllegalStateException("the mail catcher did not start within 5 seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the mail catcher was starting", e);
    }
    return catcher;
  }

  /** The loopback address that it listens on. */
  public String host() {
    return "127.0.0.1";
  }

  /** The port that it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Every mail taken so far, by Message-ID. */
  public List<Seen<ReceivedMail>> mails() {
    return world.mails();
  }

  /**
   * Refuses every mail from now on with this answer to MAIL FROM.
   *
   * @param answer an SMTP reply, such as {@code 451 4.3.2 try again later} or {@code 550 5.7.1 no}
   */
  public void refuseWith(String answer) {
    if (!answer.matches("[45]\\d\\d .+")) {
      throw new IllegalArgumentException("not an SMTP refusal: " + answer);
    }
    refusal = answer;
  }

  /** Takes mail again. */
  public void accept() {
    refusal = NONE;
  }

  @Override
  public void close() {
    server.stopService(500);
  }

  /** Hands mail to the world where GreenMail would put it into mailboxes. */
  private final class RecordingManagers extends Managers {
    private final SmtpManager recording =
        new SmtpManager(getImapHostManager(), getUserManager()) {
          @Override
          public String checkSender(SmtpState state, MailAddress sender) {
            return refusal.isEmpty() ? super.checkSender(state, sender) : refusal;
          }

          @Override
          public void send(SmtpState state) {
            world.mailArrived(MailReader.read(state.getMessage()));
          }
        };

    @Override
    public SmtpManager getSmtpManager() {
      return recording;
    }
  }
}
