package io.serai.api;

import java.time.Duration;

/** What an answer means: the closed set that a connector's {@code answers} choose from. */
public sealed interface Verdict {
  /** It has been done. */
  record Good() implements Verdict {}

  /** It need not be done, since it is so already or does not matter. */
  record Ignore() implements Verdict {}

  /** It may be done at another attempt. */
  record Retry(String why) implements Verdict {}

  /** It will not be done, however often it is asked: a person looks. */
  record Fail(String why) implements Verdict {}

  /** The token is not taken: with a new one, once more. */
  record RefreshToken(String why) implements Verdict {}

  /** It is too much now; nothing has been done. */
  record SlowDown(String why, Duration pause) implements Verdict {}
}
