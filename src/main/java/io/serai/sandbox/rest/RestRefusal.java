package io.serai.sandbox.rest;

/** A request that is not carried out, and what is answered instead. */
public final class RestRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RestReply reply;

  /** Whoever throws it has changed nothing. */
  public RestRefusal(RestReply reply) {
    super("HTTP " + reply.status(), null, false, false);
    this.reply = reply;
  }

  /** What is answered, as text. */
  public String why() {
    return new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  RestReply reply() {
    return reply;
  }
}
