package io.serai.api;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Lets work on one name follow work on the same, so that two packages of an order, which a channel
 * keeps in one place, do not overwrite each other.
 */
final class OneByOne {
  private final Lock[] locks =
      IntStream.range(0, 64).mapToObj(stripe -> new ReentrantLock()).toArray(Lock[]::new);

  void run(String name, Runnable work) {
    Lock lock = locks[Math.floorMod(name.hashCode(), locks.length)];
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
