package io.serai.hub;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * A mail sender that keeps its connection for the next letter: a connection for each costs more
 * than the letter. A connection that has failed, has idled, or has sent its share is not used
 * again.
 */
public final class KeptMailSender extends DefaultJavaMailSender {
  private static final long LONGEST_IDLE = Duration.ofSeconds(10).toNanos();
  private static final int MOST_LETTERS = 100;

  // Otherwise Jakarta Mail searches the class path for its implementation with every part of every
  // letter.
  static {
    System.getProperties()
        .putIfAbsent("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
  }

  private final Deque<Kept> idle = new ArrayDeque<>();

  public KeptMailSender() {
    addAdditionalJavaMailProperty("mail.smtp.connectiontimeout", "10000");
    addAdditionalJavaMailProperty("mail.smtp.timeout", "30000");
    addAdditionalJavaMailProperty("mail.smtp.writetimeout", "30000");
    addAdditionalJavaMailProperty("mail.smtp.starttls.enable", "true");
    addAdditionalJavaMailProperty("mail.smtp.ssl.checkserveridentity", "true");
    addAdditionalJavaMailProperty("mail.smtps.connectiontimeout", "10000");
    addAdditionalJavaMailProperty("mail.smtps.timeout", "30000");
    addAdditionalJavaMailProperty("mail.smtps.ssl.checkserveridentity", "true");
  }

  /** No user, no login. */
  @Override
  public PasswordAuthentication getPasswordAuthentication() {
    boolean nobody = getUsername() == null || getUsername().isBlank();
    return nobody
        ? new PasswordAuthentication(null, null)
        : new PasswordAuthentication(getUsername(), getPassword());
  }

  @Override
  protected Transport getTransport(Session session) {
    return new Lent(session);
  }

  private Transport newTransport(Session session) throws NoSuchProviderException {
    return super.getTransport(session);
  }

  private synchronized Kept takeIdle() {
    Kept kept = idle.pollLast();
    while (kept != null
        && (System.nanoTime() - kept.since > LONGEST_IDLE || kept.letters >= MOST_LETTERS)) {
      kept.hangUp();
      kept = idle.pollLast();
    }
    return kept;
  }

  private synchronized void giveBack(Kept kept) {
    kept.since = System.nanoTime();
    idle.addLast(kept);
  }

  /** A connection with its history. */
  private static final class Kept {
    private final Transport transport;
    private long since;
    private int letters;

    Kept(Transport transport) {
      this.transport = transport;
    }

    void hangUp() {
      try {
        transport.close();
      } catch (MessagingException gone) {
        // It is not used again either way.
      }
    }
  }

  /** What Camel sees as a connection of its own for one letter. */
  private final class Lent extends Transport {
    private Kept kept;
    private boolean broken;

    Lent(Session session) {
      super(session, null);
    }

    @Override
    public void connect(String host, int port, String user, String password)
        throws MessagingException {
      kept = takeIdle();
      if (kept == null) {
        Transport fresh = newTransport(session);
        fresh.connect(host, port, user, password);
        kept = new Kept(fresh);
      }
    }

    @Override
    public void sendMessage(Message message, Address[] to) throws MessagingException {
      try {
        kept.letters++;
        kept.transport.sendMessage(message, to);
      } catch (MessagingException e) {
        broken = true;
        throw e;
      }
    }

    @Override
    public void close() {
      if (kept != null && broken) {
        kept.hangUp();
      } else if (kept != null) {
        giveBack(kept);
      }
    }
  }
}
