package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the Camel YAML schema allows at one place, with its alternatives folded into one.
 *
 * @param name the definition's short name, such as {@code ToDefinition}; empty for a plain value
 * @param kind object, array, string, number or boolean; empty for anything
 * @param isText whether the short form, a text instead of a block, is allowed too
 * @param keys what may stand in the block
 * @param required what must stand in the block
 * @param oneOf groups of keys of which at most one may stand there, such as the expressions
 * @param isClosed whether other keys are mistakes
 * @param isSingle whether the block holds exactly one key, as a step does
 * @param items what a list holds
 * @param values the words that are allowed; empty for any
 */
record Shape(
    String name,
    String kind,
    boolean isText,
    Map<String, JsonNode> keys,
    Set<String> required,
    List<Set<String>> oneOf,
    boolean isClosed,
    boolean isSingle,
    JsonNode items,
    List<String> values) {}
