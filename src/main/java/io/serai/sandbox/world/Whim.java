package io.serai.sandbox.world;

/** What suppliers do now and then that nobody has agreed with them. */
public enum Whim {
  /** Units of a purchase order that it never answers. */
  SILENT,
  /** Units that it has not shipped, since it was asked not to. */
  STOPPED,
  /** Units that it has shipped although it was asked not to. */
  NOT_STOPPED,
  /** Units that it has shipped beyond what was asked. */
  TOO_MANY,
  /** Units of another SKU that it has shipped in the place of what was asked. */
  SUBSTITUTED
}
