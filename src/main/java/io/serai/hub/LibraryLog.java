package io.serai.hub;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a library that logs by {@code java.util.logging} warn in the hub's log, and be silent
 * otherwise.
 */
final class LibraryLog extends Handler {
  // Kept, since a logger that nobody holds is forgotten together with its handlers.
  private final Logger library;
  private final org.slf4j.Logger ours;

  private LibraryLog(String name) {
    library = Logger.getLogger(name);
    ours = LoggerFactory.getLogger(name);
  }

  /** Begins for all loggers below a name. */
  static LibraryLog of(String name) {
    LibraryLog log = new LibraryLog(name);
    log.library.setUseParentHandlers(false);
    log.library.addHandler(log);
    return log;
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
      ours.warn("{}", line.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    library.removeHandler(this);
  }
}
