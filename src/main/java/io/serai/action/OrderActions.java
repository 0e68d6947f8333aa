package io.serai.action;

import org.jdbi.v3.core.Handle;

/** What a person may do to an order, each in the caller's transaction. */
public final class OrderActions {
  public Done hold(Handle handle, String channel, String number, Doer who, String why) {
    throw new ActionRefused("");
  }

  public Done release(Handle handle, String channel, String number, Doer who) {
    throw new ActionRefused("");
  }

  public Done replan(Handle handle, String channel, String number, Doer who) {
    throw new ActionRefused("");
  }

  public Done changeSupplier(
      Handle handle, String channel, String number, String line, String supplier, Doer who) {
    throw new ActionRefused("");
  }

  public Done cancel(
      Handle handle,
      String channel,
      String number,
      String line,
      int quantity,
      Doer who,
      String why) {
    throw new ActionRefused("");
  }
}
