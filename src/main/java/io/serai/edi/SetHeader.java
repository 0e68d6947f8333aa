package io.serai.edi;

import java.util.Optional;

/**
 * Where one set (or message) stands, and what it is.
 *
 * @param group the control number of its group; empty where EDIFACT has none
 * @param groupCode GS01, such as {@code PR}
 * @param control ST02 or UNH01
 * @param type ST01, or the first component of UNH02
 * @param version GS08, or version and release as in {@code D96A}
 * @param kind empty where it is of a type that we do not read
 */
public record SetHeader(
    Interchange interchange,
    String group,
    String groupCode,
    String control,
    String type,
    String version,
    Optional<DocumentKind> kind) {}
