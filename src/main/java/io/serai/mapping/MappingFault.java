package io.serai.mapping;

/**
 * A mapping that could not be read, or that refused its input; the message names the mapping file
 * and the cause.
 */
public final class MappingFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MappingFault(String message, Throwable cause) {
    super(message, cause);
  }
}
