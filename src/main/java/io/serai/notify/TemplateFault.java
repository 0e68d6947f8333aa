package io.serai.notify;

/** A mail template cannot be rendered. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String template;
  private final int line;
  private final String what;

  TemplateFault(String template, int line, String what, Throwable cause) {
    super("mail template " + template + ":" + line + ": " + what, cause);
    this.template = template;
    this.line = line;
    this.what = what;
  }

  /** The name of the template's file. */
  public String template() {
    return template;
  }

  /** The line in it, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong, without the place. */
  public String what() {
    return what;
  }
}
