package io.serai.database;

/** The database cannot be had; the message says why and what to do. */
public final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseFault(String message, Throwable cause) {
    super(message, cause);
  }
}
