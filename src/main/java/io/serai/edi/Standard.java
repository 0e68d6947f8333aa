package io.serai.edi;

/** The two families of EDI standards. */
public enum Standard {
  /** ANSI ASC X12: ISA, GS, ST. */
  X12,
  /** UN/EDIFACT: UNB, UNH. */
  EDIFACT
}
