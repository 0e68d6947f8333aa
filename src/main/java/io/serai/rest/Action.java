package io.serai.rest;

import org.jdbi.v3.core.Handle;

/** Answers an operation of the contract, in one transaction. */
@FunctionalInterface
public interface Action {
  /**
   * The answer.
   *
   * @throws Problem when there is another
   */
  Reply answer(Handle handle, Call call);
}
