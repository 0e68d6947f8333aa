package io.serai.edi.read;

import io.serai.edi.FaultKind;
import io.serai.edi.stream.Segment;

/** A value that cannot be understood; it is told as a fault of its line, or of its set. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Segment segment;
  private final int element;
  private final int component;
  private final FaultKind kind;
  private final String cure;

  Unreadable(
      Segment segment, int element, int component, FaultKind kind, String reason, String cure) {
    super(reason, null, false, false);
    this.segment = segment;
    this.element = element;
    this.component = component;
    this.kind = kind;
    this.cure = cure;
  }

  Segment segment() {
    return segment;
  }

  int element() {
    return element;
  }

  int component() {
    return component;
  }

  FaultKind kind() {
    return kind;
  }

  String cure() {
    return cure;
  }
}
