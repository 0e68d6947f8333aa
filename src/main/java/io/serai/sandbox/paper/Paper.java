package io.serai.sandbox.paper;

import java.util.List;

/** One format of a supplier's files. Used by the suppliers' one thread only. */
public interface Paper {
  /** Whether a file of this name is one to be read. */
  boolean reads(String name);

  /**
   * What a file asks.
   *
   * @throws IllegalArgumentException when it is no such file; the message names the fault
   */
  Asked read(String name, byte[] content);

  /**
   * The files that say this, in the order in which they are to be put up; none if nothing is due.
   */
  List<Sheet> write(News news);
}
