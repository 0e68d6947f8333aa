package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;

/** A value that breaks its schema: which one, by which keyword, and the fault to print. */
record Finding(JsonPointer at, String keyword, Fault fault) {}
