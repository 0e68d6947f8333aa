package io.serai.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Watches how much heap is used. */
final class HeapWatch {
  private static final List<MemoryPoolMXBean> POOLS =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  private final AtomicLong live = new AtomicLong();
  private final Set<String> pools =
      POOLS.stream().map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
  private final NotificationListener listener =
      (notification, from) -> collected(notification.getUserData());
  private long used;

  private HeapWatch() {}

  /** Begins, with a collection. */
  static HeapWatch start() {
    HeapWatch watch = new HeapWatch();
    ManagementFactory.getMemoryMXBean().gc();
    POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
    emitters().forEach(emitter -> emitter.addNotificationListener(watch.listener, null, null));
    return watch;
  }

  /** Ends, with a collection. */
  void stop() {
    used = POOLS.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    ManagementFactory.getMemoryMXBean().gc();
    live.accumulateAndGet(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::max);
    for (NotificationEmitter emitter : emitters()) {
      try {
        emitter.removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The most that was in use right after a collection. */
  long liveMiB() {
    return live.get() >> 20;
  }

  /** The sum of the most that each part of the heap had in use: at least what was ever in use. */
  long usedMiB() {
    return used >> 20;
  }

  private void collected(Object data) {
    var usage =
        GarbageCollectionNotificationInfo.from((CompositeData) data)
            .getGcInfo()
            .getMemoryUsageAfterGc();
    long after = 0;
    for (var pool : usage.entrySet()) {
      after += pools.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
    }
    live.accumulateAndGet(after, Math::max);
  }

  private static List<NotificationEmitter> emitters() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(NotificationEmitter.class::isInstance)
        .map(GarbageCollectorMXBean.class::cast)
        .map(NotificationEmitter.class::cast)
        .toList();
  }
}
