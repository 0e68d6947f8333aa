package io.serai.backorder;

/** What it means when a customer does not answer a renewed delay. */
public enum Silence {
  /** The units wait on. */
  WAIT,
  /** The units are cancelled. */
  CANCEL
}
