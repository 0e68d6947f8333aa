package io.serai.cli;

import io.serai.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config} of commands that work on a hub. */
final class ConfigurationOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; serai.yaml here, or else of the installation.")
  private Path config;

  /** The file that is meant. */
  Path file() {
    Path here = Path.of("serai.yaml");
    if (config != null) {
      return config;
    }
    return Files.exists(here) ? here : Home.path().resolve("serai.yaml");
  }

  /** What it says. */
  Configuration load() {
    return Configuration.load(file(), Home.path(), System.getenv());
  }
}
