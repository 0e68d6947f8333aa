package io.serai.sandbox.rest;

import java.time.Duration;

/** How one API says what it complains of: status, headers and the shape of the body. */
@FunctionalInterface
public interface Complaints {
  /** The answer to a request that is refused. */
  RestReply of(Complaint complaint, String why);

  /** HTTP 200 with an error in the body. */
  default RestReply inside() {
    return of(Complaint.SERVER_ERROR, "the sandbox was told to").as(200);
  }

  /**
   * {@link Complaint#TOO_MANY} with how long to wait.
   *
   * @param wait real time
   */
  default RestReply withWait(RestReply tooMany, Duration wait) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    return tooMany.with("Retry-After", Long.toString(seconds));
  }
}
