package io.serai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Broken EDI files: ./serai bench --fuzz breaks more of them. */
class EdiFuzzTest {
  @Test
  void aThousandBrokenFilesAreReadOrRefusedAndNeverInHalves() {
    EdiFuzz.Result result = new EdiFuzz(EdiSamples.small(), 20_261_123).run(1_000);
    assertThat(result.broken()).isEmpty();
    assertThat(result.refused()).isGreaterThan(700);
  }
}
