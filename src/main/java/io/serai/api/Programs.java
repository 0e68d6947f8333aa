package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Jq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The jq of a connector: a text that ends in {@code .jq} is a file of its folder, any other is the
 * program.
 */
final class Programs {
  private final Path folder;

  Programs(Path folder) {
    this.folder = folder;
  }

  /** The program that must be there; its place in the declaration names it in errors. */
  Jq wanted(JsonNode declared, String place) {
    return compile(declared.asText(), place);
  }

  /** The program, if one is declared. */
  Optional<Jq> maybe(JsonNode declared, String place) {
    return declared.isTextual() ? Optional.of(compile(declared.asText(), place)) : Optional.empty();
  }

  /** One program or several. */
  List<Jq> list(JsonNode declared, String place) {
    List<Jq> programs = new ArrayList<>();
    Texts.list(declared).forEach(text -> programs.add(compile(text, place)));
    return programs;
  }

  private Jq compile(String text, String place) {
    if (!text.endsWith(".jq")) {
      return Jq.compile(place, text);
    }
    try {
      return Jq.compile(text, Files.readString(folder.resolve(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(folder.resolve(text) + ": cannot read the mapping", e);
    }
  }
}
