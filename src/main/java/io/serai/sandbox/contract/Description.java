package io.serai.sandbox.contract;

import java.util.List;

/** An official description of what a channel's API takes. */
public interface Description {
  /** Whether it speaks of the call's address and method. */
  boolean knows(OfficialRequest call);

  /** What is wrong with a call that it knows. */
  List<String> faults(OfficialRequest call);
}
