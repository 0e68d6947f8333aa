package io.serai.edi;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The envelope of an interchange: ISA, or UNB.
 *
 * @param control ISA13 or UNB05, as it was written
 * @param at when it was made, in the sender's time; empty where date or time cannot be read
 * @param version ISA12, or the syntax identifier and version, such as {@code UNOC:3}
 * @param test whether ISA15 is T, or UNB11 is 1
 * @param acknowledgmentWanted whether ISA14 or UNB09 ask for an acknowledgment of the envelope
 */
public record Interchange(
    Standard standard,
    String control,
    Mailbox sender,
    Mailbox receiver,
    Optional<LocalDateTime> at,
    String version,
    boolean test,
    boolean acknowledgmentWanted,
    Delimiters delimiters) {

  /** An address: an id and what kind of id it is (ISA05, or UNB02's second component). */
  public record Mailbox(String id, String qualifier) {}
}
