package io.serai.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the word that a person most likely meant, by edit distance. */
public final class Nearest {
  private static final int LISTED = 24;

  private Nearest() {}

  /**
   * The known word nearest to the one written: at most one edit in three letters of the longer away
   * (a swap of neighbours is one edit), upper and lower case being the same; of equals the first by
   * name.
   */
  public static Optional<String> to(String written, Collection<String> known) {

    return known.stream()
        .filter(word -> distance(written, word) <= allowed(written, word))
        .min(
            Comparator.comparingInt((String word) -> distance(written, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Whether the word is so near to a known one, and so long, that another can hardly be meant. */
  public static boolean isSlip(String written, Collection<String> known) {
    return written.length() > 5 && known.stream().anyMatch(word -> distance(written, word) <= 2);
  }

  /** What to write instead: the nearest known word, or else the known words. */
  public static String cure(String written, Collection<String> known) {
    return to(written, known)
        .map(word -> "write \"" + word + "\"")
        .orElseGet(() -> known.isEmpty() ? "remove it" : "write one of: " + list(known));
  }

  /** The known words, sorted, cut where the list grows too long to read. */
  public static String list(Collection<String> known) {
    List<String> sorted = List.copyOf(new TreeSet<>(known));
    String listed = sorted.stream().limit(LISTED).collect(Collectors.joining(", "));
    return sorted.size() > LISTED ? listed + " and " + (sorted.size() - LISTED) + " more" : listed;
  }

  private static int allowed(String written, String word) {
    return Math.max(1, Math.max(written.length(), word.length()) / 3);
  }

  private static int distance(String written, String word) {
    String a = written.toLowerCase(Locale.ROOT);
    String b = word.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitute, Math.min(last[j], row[j - 1]) + 1);
        if (swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
