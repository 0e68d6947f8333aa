package io.serai.plan;

/** A rule that cannot be followed; the message names the key, what is wrong and what to write. */
public final class RuleFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;

  RuleFault(String key, String problem) {
    super(key + ": " + problem);
    this.key = key;
  }

  /** The path of the key at fault, such as {@code rules.split.maxShipments}. */
  public String key() {
    return key;
  }

  /** Where the key stands inside the {@code rules} block, as a JSON pointer. */
  public String pointer() {
    return key.substring("rules".length()).replace("[", ".").replace("]", "").replace('.', '/');
  }
}
