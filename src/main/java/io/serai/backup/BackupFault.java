package io.serai.backup;

/** A backup cannot be made or restored; the message says why and what to do. */
public final class BackupFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupFault(String message) {
    super(message);
  }

  BackupFault(String message, Throwable cause) {
    super(message, cause);
  }
}
