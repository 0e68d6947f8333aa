package io.serai.config;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** All the mistakes that were found at once, in the order of their lines. */
public final class ConfigurationFaults extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** At least one fault is wanted; doubles are dropped. */
  public ConfigurationFaults(Collection<Fault> faults) {
    super(lines(faults));
    this.faults = faults.stream().distinct().sorted().toList();
  }

  /** The faults, by file and line, none twice. */
  public List<Fault> faults() {
    return faults;
  }

  private static String lines(Collection<Fault> faults) {
    return faults.stream()
        .distinct()
        .sorted()
        .map(Fault::toString)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
