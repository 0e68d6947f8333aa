package io.serai.backorder;

import java.util.Locale;

/** Where an estimated date comes from. */
public enum EtaSource {
  /** Nobody knows a date. */
  NONE,
  /** The supplier's stock file names it. */
  ADVICE,
  /** The supplier's answer to a purchase order names it. */
  ACKNOWLEDGMENT,
  /** It is the supplier's usual delay. */
  HISTORY;

  /** The word that the database keeps. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The source that the database keeps under a word. */
  public static EtaSource of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Says on whose word a date rests, for a person who reads it. */
  public String told() {
    return switch (this) {
      case NONE -> "nobody's word";
      case ADVICE -> "its stock file";
      case ACKNOWLEDGMENT -> "its acknowledgment";
      case HISTORY -> "its usual delay";
    };
  }
}
