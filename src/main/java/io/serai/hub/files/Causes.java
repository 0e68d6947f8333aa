package io.serai.hub.files;

import java.net.ConnectException;
import java.net.UnknownHostException;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/** What went wrong with a server, in the words of whoever was nearest to it. */
final class Causes {
  private Causes() {}

  /** The last cause, with what the server has answered, if it has. */
  static String last(Throwable e) {
    String reply = "";
    Throwable cause = e;
    while (true) {
      if (cause instanceof GenericFileOperationFailedException failed
          && failed.getReason() != null
          && !failed.getReason().isBlank()) {
        reply = " (the server said: " + failed.getReason().strip() + ")";
      }
      if (cause.getCause() == null) {
        return said(cause) + reply;
      }
      cause = cause.getCause();
    }
  }

  private static String said(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return "no host is called " + cause.getMessage();
    }
    if (cause instanceof ConnectException || cause.getMessage() == null) {
      return cause.getClass().getSimpleName() + ", " + cause.getMessage();
    }
    return cause.getMessage();
  }
}
