package io.serai.contract;

import io.serai.api.Transport;
import java.util.List;

/** An official description of what a channel's API takes. */
interface Description {
  /** Whether it speaks of the call's address and method. */
  boolean knows(Transport.Call call);

  /** What is wrong with a call that it knows. */
  List<String> faults(Transport.Call call);
}
