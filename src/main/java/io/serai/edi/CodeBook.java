package io.serai.edi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What codes mean: those of {@code edi/codes.yaml}, and a partner's additions. A table is a map
 * from code to meaning, such as {@code ack}: {@code IA} means {@code accepted}.
 */
public final class CodeBook {
  /** Our own codes, without any partner's. */
  public static final CodeBook USUAL = new CodeBook(shipped());

  private final Map<String, Map<String, String>> tables;

  private CodeBook(Map<String, Map<String, String>> tables) {
    this.tables = tables;
  }

  /** These codes with a partner's on top, by table. */
  public CodeBook with(Map<String, Map<String, String>> additions) {
    Map<String, Map<String, String>> merged = new LinkedHashMap<>(tables);
    additions.forEach(
        (table, codes) -> {
          Map<String, String> both = new LinkedHashMap<>(merged.getOrDefault(table, Map.of()));
          both.putAll(codes);
          merged.put(table, both);
        });
    return new CodeBook(merged);
  }

  /** What a code means, if the table has it. */
  public Optional<String> meaning(String table, String code) {
    return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(code));
  }

  /** What a code means; the code itself where the table has it not. */
  public String meaningOrSelf(String table, String code) {
    return meaning(table, code).orElse(code);
  }

  /** Whether there is a table of this name. */
  public boolean hasTable(String table) {
    return tables.containsKey(table);
  }

  private static Map<String, Map<String, String>> shipped() {
    try (InputStream yaml = CodeBook.class.getResourceAsStream("/edi/codes.yaml")) {
      Object loaded = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
      Map<String, Map<String, String>> tables = new LinkedHashMap<>();
      ((Map<?, ?>) loaded)
          .forEach((table, codes) -> tables.put(table.toString(), texts((Map<?, ?>) codes)));
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(Map<?, ?> codes) {
    Map<String, String> texts = new LinkedHashMap<>();
    codes.forEach((code, meaning) -> texts.put(code.toString(), meaning.toString()));
    return texts;
  }
}
