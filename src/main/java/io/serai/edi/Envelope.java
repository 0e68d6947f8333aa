package io.serai.edi;

import java.time.LocalDateTime;

/**
 * The numbers and the time of one interchange that is written.
 *
 * @param interchange ISA13, UNB05; kept for a resend
 * @param group GS06
 * @param firstSet ST02 or UNH01 of its first set; the others follow
 * @param at when it is made, in our time
 */
public record Envelope(long interchange, long group, long firstSet, LocalDateTime at) {}
