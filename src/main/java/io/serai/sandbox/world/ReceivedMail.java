package io.serai.sandbox.world;

import java.util.List;

/**
 * A mail that the mail catcher took.
 *
 * @param messageId with its angle brackets, or empty when the mail has none
 * @param to the recipients of the envelope
 * @param text the plain part, or empty
 * @param html the HTML part, or empty
 */
public record ReceivedMail(
    String messageId, String from, List<String> to, String subject, String text, String html) {
  /** Copies the recipients, so that the mail cannot change. */
  public ReceivedMail {
    to = List.copyOf(to);
  }
}
