package io.serai.health;

/**
 * One thing that must be so for the hub to work.
 *
 * @param name what is looked at, in one word; it says nothing of hosts
 */
public record Check(String name, boolean isUp) {
  /** How it is shown. */
  public String state() {
    return isUp ? "up" : "down";
  }
}
