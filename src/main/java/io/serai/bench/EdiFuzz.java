package io.serai.bench;

import io.serai.edi.EdiFault;
import io.serai.edi.EdiListener;
import io.serai.edi.EdiReader;
import io.serai.edi.InterchangeReport;
import io.serai.edi.ReadingTerms;
import io.serai.edi.SetHeader;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.StockItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Breaks good EDI files by a seed: flips, cuts, repeats and swaps bytes and segments. Whatever
 * comes of it, the reader may neither crash nor hang, nor hand on half a set as good.
 */
public final class EdiFuzz {
  private static final Duration HANG = Duration.ofSeconds(5);

  private final List<byte[]> good;
  private final long seed;

  /**
   * A fuzz of these files.
   *
   * @param good files that are read without a fault
   */
  public EdiFuzz(List<byte[]> good, long seed) {
    this.good = good;
    this.seed = seed;
  }

  /**
   * What came of it.
   *
   * @param read cases of which all could be read
   * @param refused cases of which something was refused
   * @param broken cases in which the reader failed, each with what it did
   */
  public record Result(int cases, int read, int refused, List<String> broken, double seconds) {}

  /** Runs so many cases. */
  public Result run(int cases) {
    long start = System.nanoTime();
    List<String> broken = new ArrayList<>();
    int read = 0;
    int refused = 0;
    for (int i = 0; i < cases; i++) {
      Random random = new Random(seed + i);
      byte[] file = mutated(good.get(random.nextInt(good.size())), random);
      Watch watch = new Watch();
      long began = System.nanoTime();
      try {
        new EdiReader(ReadingTerms.USUAL).read(new ByteArrayInputStream(file), watch);
      } catch (IOException | RuntimeException e) {
        broken.add("case " + i + " of seed " + seed + ": " + e);
      }
      if (System.nanoTime() - began > HANG.toNanos()) {
        broken.add("case " + i + " of seed " + seed + ": took longer than " + HANG);
      }
      watch.halves().forEach(half -> broken.add("case " + half));
      if (watch.faults == 0) {
        read++;
      } else {
        refused++;
      }
    }
    return new Result(cases, read, refused, broken, (System.nanoTime() - start) / 1e9);
  }

  /** The same file with one to three things broken in it. */
  static byte[] mutated(byte[] file, Random random) {
    byte[] broken = file;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      broken = random.nextBoolean() ? bytes(broken, random) : segments(broken, random);
    }
    return broken;
  }

  private static byte[] bytes(byte[] file, Random random) {
    if (file.length < 2) {
      return file;
    }
    int at = random.nextInt(file.length);
    int length = 1 + random.nextInt(Math.min(40, file.length - at));
    byte[] copy = file.clone();
    switch (random.nextInt(5)) {
      case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> copy[at] = (byte) random.nextInt(256);
      case 2 -> {
        int other = random.nextInt(file.length);
        byte kept = copy[at];
        copy[at] = copy[other];
        copy[other] = kept;
      }
      case 3 -> copy = without(file, at, length);
      default -> copy = with(file, at, Arrays.copyOfRange(file, at, at + length));
    }
    return copy;
  }

  private static byte[] segments(byte[] file, Random random) {
    byte end = file.length > 105 && file[0] == 'I' ? file[105] : (byte) '\'';
    List<byte[]> segments = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == end) {
        segments.add(Arrays.copyOfRange(file, from, i + 1));
        from = i + 1;
      }
    }
    if (segments.size() < 3) {
      return file;
    }
    int one = random.nextInt(segments.size());
    int other = random.nextInt(segments.size());
    switch (random.nextInt(4)) {
      case 0 -> segments.remove(one);
      case 1 -> segments.add(other, segments.get(one));
      case 2 -> Collections.swap(segments, one, other);
      default -> segments.subList(one, segments.size()).clear();
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(file.length);
    segments.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static byte[] without(byte[] file, int at, int length) {
    byte[] less = new byte[file.length - length];
    System.arraycopy(file, 0, less, 0, at);
    System.arraycopy(file, at + length, less, at, less.length - at);
    return less;
  }

  private static byte[] with(byte[] file, int at, byte[] more) {
    byte[] longer = new byte[file.length + more.length];
    System.arraycopy(file, 0, longer, 0, at);
    System.arraycopy(more, 0, longer, at, more.length);
    System.arraycopy(file, at, longer, at + more.length, file.length - at);
    return longer;
  }

  /** Sees that what is accepted at the end was handed on whole. */
  private static final class Watch implements EdiListener {
    private final Map<SetHeader, Boolean> handed = new HashMap<>();
    private final List<SetHeader> streamed = new ArrayList<>();
    private final List<String> halves = new ArrayList<>();
    private int faults;

    @Override
    public void stockItem(SetHeader set, StockItem item) {
      if (streamed.isEmpty() || streamed.get(streamed.size() - 1) != set) {
        streamed.add(set);
      }
    }

    @Override
    public void document(SetHeader set, EdiDocument document) {
      handed.put(set, true);
    }

    @Override
    public void refused(EdiFault fault) {
      faults++;
    }

    @Override
    public void interchangeEnds(InterchangeReport report) {
      for (SetHeader set : handed.keySet()) {
        boolean accepted = report.accepts(set);
        boolean mine = set.interchange() == report.interchange();
        if (mine && !accepted && report.accepted() && groupGood(report, set)) {
          halves.add("set " + set.control() + " was handed on and is not accepted");
        }
      }
      for (SetHeader set : streamed) {
        if (report.accepts(set) && !handed.containsKey(set)) {
          halves.add("set " + set.control() + " is accepted and was never ended");
        }
      }
    }

    private static boolean groupGood(InterchangeReport report, SetHeader set) {
      return report.groups().stream()
          .filter(group -> group.sets().stream().anyMatch(each -> each.header() == set))
          .allMatch(group -> group.accepted());
    }

    List<String> halves() {
      return halves;
    }
  }
}
