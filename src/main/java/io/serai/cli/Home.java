package io.serai.cli;

import java.nio.file.Path;

/** Where Serai is installed: the folder with routes/, connectors/ and serai.yaml. */
final class Home {
  private Home() {}

  /** As the launcher says; else the current folder. */
  static Path path() {
    return Path.of(System.getProperty("serai.home", "")).toAbsolutePath();
  }
}
