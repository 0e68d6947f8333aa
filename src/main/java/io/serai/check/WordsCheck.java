package io.serai.check;

import io.serai.config.Fault;
import io.serai.config.Nearest;
import io.serai.notify.Speech;
import io.serai.notify.TemplateFault;
import io.serai.notify.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Checks a merchant's own words: that Serai says them, and that it has the facts they name. */
final class WordsCheck {
  private static final Path NONE = Path.of("no-words-of-their-own");
  private static final Set<String> EVERYWHERE = Set.of("shop", "number", "name");

  private WordsCheck() {}

  static List<Fault> faults(Path folder) {
    List<Fault> faults = new ArrayList<>();
    try {
      Words.load(folder);
    } catch (TemplateFault e) {
      String file = folder.resolve(e.template()).toString();
      faults.add(
          new Fault(file, e.line(), e.what(), "save it as UTF-8, with one key = words a line"));
      return faults;
    }
    Words.files(folder).forEach(file -> file(file, faults));
    return faults;
  }

  private static void file(Path file, List<Fault> faults) {
    Words shipped = Words.load(NONE);
    List<String> lines = lines(file);
    boolean continues = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean isEntry =
          !continues && !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!");
      continues = line.endsWith("\\");
      if (isEntry) {
        String[] entry = line.split("\\s*[=:]\\s*|\\s+", 2);
        entry(new Fault(file.toString(), i + 1, "", ""), entry, shipped, faults);
      }
    }
  }

  private static void entry(Fault at, String[] entry, Words shipped, List<Fault> faults) {
    String key = entry[0];
    String word = entry.length > 1 ? entry[1] : "";
    String whole = key.endsWith(".one") ? key.substring(0, key.length() - 4) : key;
    String ours = shipped.find(Locale.ENGLISH, whole).orElse(null);
    if (key.equals("day")) {
      day(at, word, faults);
    } else if (ours == null && !key.startsWith("reason.")) {
      Set<String> known = shipped.keys();
      faults.add(
          new Fault(
              at.file(), at.line(), "unknown words \"" + key + "\"", Nearest.cure(key, known)));
    } else if (ours != null) {
      facts(at, key, word, ours, faults);
    }
  }

  private static void facts(Fault at, String key, String word, String ours, List<Fault> faults) {
    Set<String> known = new TreeSet<>(EVERYWHERE);
    known.addAll(Speech.facts(ours));
    for (String fact : Speech.facts(word)) {
      if (!known.contains(fact)) {
        String what = "the words \"" + key + "\" name {" + fact + "}, which is not there";
        faults.add(new Fault(at.file(), at.line(), what, Nearest.cure(fact, known)));
      }
    }
  }

  private static void day(Fault at, String pattern, List<Fault> faults) {
    try {
      DateTimeFormatter.ofPattern(pattern);
    } catch (IllegalArgumentException e) {
      String what = "no pattern of a date: " + pattern;
      faults.add(new Fault(at.file(), at.line(), what, "write for example: day = d MMM yyyy"));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
