package io.serai.document;

/**
 * Input that cannot be taken: what is wrong, and what a person does about it. It sends the document
 * to quarantine.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String cure;

  /**
   * A refusal.
   *
   * @param fault what is wrong and where: file, line, order or supplier
   * @param cure what to do
   */
  public Refused(String fault, String cure) {
    super(fault);
    this.cure = cure;
  }

  /** What to do about it. */
  public String cure() {
    return cure;
  }
}
