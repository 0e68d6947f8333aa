package io.serai.plan.file;

import java.nio.file.Path;

/** An input file that cannot be used: {@code file:line: what is wrong, and what to do}. */
public final class InputFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputFault(Path file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }

  InputFault(Path file, String problem) {
    super(file + ": " + problem);
  }
}
