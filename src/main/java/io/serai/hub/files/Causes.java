package io.serai.hub.files;

import java.net.ConnectException;
import java.net.UnknownHostException;

/** What went wrong with a server, in the words of whoever was nearest to it. */
final class Causes {
  private Causes() {}

  /** What the last cause says, in one line. */
  static String last(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof UnknownHostException) {
      return "no host is called " + cause.getMessage();
    }
    boolean saysLittle = cause instanceof ConnectException || cause.getMessage() == null;
    return (saysLittle ? cause.toString() : cause.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
