package io.serai.exchange.fixed;

import java.util.Arrays;

/** What a type of record is for. */
enum Role {
  /** One line of a document. */
  LINE("line"),
  /** Its values hold for the lines behind it, up to the next of its type. */
  HEADER("header"),
  /** The same, once at the start of the file. */
  FILE_HEADER("fileHeader"),
  /** Checks what came since the one before. */
  TRAILER("trailer"),
  /** Checks the whole file, and ends it. */
  FILE_TRAILER("fileTrailer"),
  /** Says nothing to us. */
  IGNORED("ignored");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  static Role of(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst().orElseThrow();
  }

  boolean isHeader() {
    return this == HEADER || this == FILE_HEADER;
  }

  boolean isTrailer() {
    return this == TRAILER || this == FILE_TRAILER;
  }
}
