package io.serai.config;

/** A text that must not be shown: it prints as stars and is read only by {@link #reveal()}. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
