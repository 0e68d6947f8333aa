package io.serai.sandbox.amazon;

import io.serai.sandbox.rest.Complaint;
import io.serai.sandbox.rest.Complaints;
import io.serai.sandbox.rest.RestRefusal;
import io.serai.sandbox.rest.RestReply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the Selling Partner API says no. */
final class AmazonComplaints implements Complaints {
  @Override
  public RestReply of(Complaint complaint, String why) {
    return switch (complaint) {
      case NOT_FOUND, NO_SUCH_METHOD -> error(404, "NotFound", "Resource not found.", why);
      case TOKEN_REFUSED ->
          error(
              403,
              "Unauthorized",
              "Access to requested resource is denied.",
              "The access token you provided has expired.");
      case PAGE_EXPIRED -> error(400, "InvalidInput", "The pagination token has expired.", why);
      case TOO_MANY ->
          error(429, "QuotaExceeded", "You exceeded your quota for the requested resource.", why);
      case SERVER_ERROR ->
          error(500, "InternalFailure", "We encountered an internal error. Please try again.", why);
    };
  }

  /** Amazon says no time, but the rate a second that it grants. */
  @Override
  public RestReply withWait(RestReply tooMany, Duration wait) {
    double perSecond = 1000.0 / Math.max(1, wait.toMillis());
    return tooMany.with("x-amzn-RateLimit-Limit", String.format(Locale.ROOT, "%.4f", perSecond));
  }

  /** A request that holds something wrong. */
  static RestRefusal invalid(String message) {
    return new RestRefusal(error(400, "InvalidInput", message, ""));
  }

  /** Something that is not there. */
  static RestRefusal missing(String message) {
    return new RestRefusal(error(404, "NotFound", message, ""));
  }

  private static RestReply error(int status, String code, String message, String details) {
    return RestReply.json(
        status,
        Map.of("errors", List.of(Map.of("code", code, "message", message, "details", details))));
  }
}
