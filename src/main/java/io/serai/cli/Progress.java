package io.serai.cli;

import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a long work on bytes is. */
final class Progress implements LongConsumer, AutoCloseable {
  private final ProgressBar bar;

  /** Begins, with about so many bytes to do. */
  Progress(String task, long bytes) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(Math.max(1, bytes))
            .setUnit(" MiB", 1 << 20)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(500)
            .setMaxRenderedLength(100)
            .build();
  }

  /** So many bytes more are done. */
  @Override
  public void accept(long bytes) {
    bar.stepBy(bytes);
  }

  @Override
  public void close() {
    bar.close();
  }
}
