package io.serai.view;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which documents are wanted.
 *
 * @param name how it begins
 * @param day on which it came or was written
 */
public record DocumentFilter(
    Optional<String> kind,
    Optional<String> account,
    Optional<String> direction,
    Optional<String> status,
    Optional<String> name,
    Optional<LocalDate> day) {
  /** Those in quarantine. */
  public static DocumentFilter quarantined(Optional<String> kind, Optional<String> account) {
    return new DocumentFilter(
        kind,
        account,
        Optional.empty(),
        Optional.of("quarantined"),
        Optional.empty(),
        Optional.empty());
  }
}
