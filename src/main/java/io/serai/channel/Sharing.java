package io.serai.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the units of a SKU are divided over the channels.
 *
 * @param keepUnits units kept, at each step down in priority, for the channels above
 * @param channels those that sell
 */
public record Sharing(Split split, int keepUnits, List<ChannelTerms> channels) {
  /** The ways of dividing. */
  public enum Split {
    /** Each channel sees all units. */
    SHARED,
    /** Each channel sees its part, and the parts are never more than the whole. */
    SHARE,
    /** A channel sees all units less those that are kept for channels of a higher priority. */
    PRIORITY
  }

  /** Keeps its own copy, in the order of ids. */
  public Sharing {
    channels = channels.stream().sorted(Comparator.comparing(ChannelTerms::id)).toList();
  }

  /** The most units that are kept from a channel for having oversold. */
  int mostLearned(String channel) {
    return channels.stream()
        .filter(terms -> terms.id().equals(channel))
        .mapToInt(ChannelTerms::mostLearned)
        .sum();
  }

  /** The terms of a channel that sells. */
  ChannelTerms terms(String channel) {
    return channels.stream()
        .filter(terms -> terms.id().equals(channel))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no channel " + channel));
  }

  /** The units that a channel sees of so many. */
  public int of(String channel, int units) {
    return switch (split) {
      case SHARED -> units;
      case SHARE -> parts(units).get(channel);
      case PRIORITY -> Math.max(0, units - keepUnits * channelsAbove(terms(channel).priority()));
    };
  }

  private int channelsAbove(int priority) {
    return (int)
        channels.stream()
            .mapToInt(ChannelTerms::priority)
            .filter(other -> other > priority)
            .distinct()
            .count();
  }

  /** The units of every channel, by the largest remainder: whole units, and none twice. */
  Map<String, Integer> parts(int units) {
    Map<String, Double> shares = shares();
    Map<String, Integer> parts = new TreeMap<>();
    double promised = 0;
    int given = 0;
    for (String channel : shares.keySet()) {
      double exact = units * shares.get(channel) / 100;
      parts.put(channel, (int) exact);
      promised += exact;
      given += (int) exact;
    }
    int left = (int) (promised + 1e-6) - given;
    for (String channel : byRemainder(shares, units)) {
      if (left > 0) {
        parts.merge(channel, 1, Integer::sum);
        left--;
      }
    }
    return parts;
  }

  private static List<String> byRemainder(Map<String, Double> shares, int units) {
    List<String> channels = new ArrayList<>(shares.keySet());
    channels.sort(
        Comparator.comparingDouble((String channel) -> -(units * shares.get(channel) / 100 % 1))
            .thenComparing(Comparator.naturalOrder()));
    return channels;
  }

  private Map<String, Double> shares() {
    int named = channels.stream().mapToInt(terms -> terms.share().orElse(0)).sum();
    long unnamed = channels.stream().filter(terms -> terms.share().isEmpty()).count();
    double rest = unnamed == 0 ? 0 : Math.max(0, 100 - named) / (double) unnamed;
    Function<ChannelTerms, Double> share =
        terms -> terms.share().isPresent() ? terms.share().getAsInt() : rest;
    return channels.stream()
        .collect(Collectors.toMap(ChannelTerms::id, share, (a, b) -> a, TreeMap::new));
  }
}
