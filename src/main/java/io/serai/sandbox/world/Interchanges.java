package io.serai.sandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The interchanges that one supplier and the hub have exchanged, as the supplier keeps book of
 * them, by control number. Thread-safe.
 */
public final class Interchanges {
  private final TreeMap<Long, String> received = new TreeMap<>();
  private final Map<Long, Boolean> sent = new LinkedHashMap<>();
  private int repeated;
  private int clashes;
  private int acknowledgments;
  private int refused;
  private int badSets;
  private int rejectedSets;
  private int corrected;
  private int duplicates;
  private int strangeAnswers;

  /** What the supplier makes of a control number of the hub. */
  public enum Arrival {
    /** It has not come before. */
    FIRST,
    /** It has come before, with the same content. */
    REPEATED,
    /** It has come before, with other content. */
    CLASH
  }

  /** An interchange of the hub came. */
  public synchronized Arrival received(long control, String content) {
    String before = received.putIfAbsent(control, content);
    if (before == null) {
      return Arrival.FIRST;
    }
    boolean same = before.equals(content);
    repeated += same ? 1 : 0;
    clashes += same ? 0 : 1;
    return same ? Arrival.REPEATED : Arrival.CLASH;
  }

  /** The supplier has acknowledged an interchange of the hub, or refused some of it. */
  public synchronized void answered(boolean accepted) {
    acknowledgments++;
    refused += accepted ? 0 : 1;
  }

  /** The supplier has put up an interchange that the hub is to acknowledge. */
  public synchronized void sent(long control) {
    sent.put(control, false);
  }

  /** The supplier has spoilt a set of an interchange. */
  public synchronized void spoilt() {
    badSets++;
  }

  /** The supplier has put up an interchange again, as it was. */
  public synchronized void sentAgain() {
    duplicates++;
  }

  /** The hub has acknowledged an interchange; true when it is for the first time. */
  public synchronized boolean acknowledged(long control) {
    return !sent.put(control, true);
  }

  /** The hub has rejected a set, which was spoilt, and the supplier will send it anew. */
  public synchronized void rejected() {
    rejectedSets++;
  }

  /** A set that was rejected has gone out anew. */
  public synchronized void corrected() {
    corrected++;
  }

  /** The hub has said something that the supplier cannot explain. */
  public synchronized void strange() {
    strangeAnswers++;
  }

  /** The figures. */
  public synchronized InterchangeFigures figures() {
    int acknowledged = (int) sent.values().stream().filter(each -> each).count();
    long gaps =
        received.isEmpty() ? 0 : received.lastKey() - received.firstKey() + 1 - received.size();
    return new InterchangeFigures(
        received.size(),
        acknowledgments,
        refused,
        repeated,
        clashes,
        (int) gaps,
        sent.size(),
        acknowledged,
        badSets,
        rejectedSets,
        corrected,
        duplicates,
        strangeAnswers);
  }
}
