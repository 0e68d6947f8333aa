package io.serai.config;

import java.util.Locale;

/** What a connector connects. */
public enum ConnectorKind {
  CHANNEL,
  SUPPLIER,
  NOTIFIER;

  /** The word in {@code connector.yaml}: {@code channel}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The folder under {@code connectors/}, and the block of {@code serai.yaml}: {@code channels}.
   */
  public String folder() {
    return word() + "s";
  }
}
