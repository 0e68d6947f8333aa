package io.serai.config;

/** A place in a text file; line and column are counted from one. */
public record Place(int line, int column) {}
