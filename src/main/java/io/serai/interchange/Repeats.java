package io.serai.interchange;

/** What becomes of an interchange whose control number came before, with another content. */
public enum Repeats {
  /** A person looks at it. */
  QUARANTINE,
  /** It is left. */
  IGNORE,
  /** It is taken. */
  TAKE
}
