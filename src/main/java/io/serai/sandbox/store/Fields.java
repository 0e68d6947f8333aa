package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;

/** An object of the schema: it answers for its own fields. */
interface Fields {
  /** The name of its type in the schema. */
  String type();

  /**
   * The value of a field.
   *
   * @param field its name in the schema
   * @param env for the arguments, when the field has some
   */
  Object get(String field, DataFetchingEnvironment env);

  /** For a field that the schema declares and nothing answers: a slip in the sandbox. */
  default Object unknown(String field) {
    throw new IllegalStateException("the sandbox store has no value for " + type() + "." + field);
  }

  /** Null for an empty text, as the API writes what is absent. */
  static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
