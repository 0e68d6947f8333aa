package io.serai.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Sharing.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How the units of a SKU are divided over channels. */
class SharingTest {
  @Property
  void partsAreNeverMoreThanTheWholeAndAllOfItWhenTheSharesAre(
      @ForAll @IntRange(max = 100_000) int units,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 16) Integer> shares) {
    List<ChannelTerms> named = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      named.add(channel("c" + i, 0, OptionalInt.of(shares.get(i))));
    }
    assertThat(sum(new Sharing(Split.SHARE, 0, named), units)).isLessThanOrEqualTo(units);

    named.add(channel("rest", 0, OptionalInt.empty()));
    named.add(channel("rest2", 0, OptionalInt.empty()));
    assertThat(sum(new Sharing(Split.SHARE, 0, named), units)).isEqualTo(units);
  }

  @Test
  void theLastUnitGoesToTheLargestRemainder() {
    Sharing sharing =
        new Sharing(
            Split.SHARE,
            0,
            List.of(
                channel("amazon", 0, OptionalInt.of(40)), channel("dtc", 0, OptionalInt.of(60))));

    assertThat(sharing.of("amazon", 1)).isZero();
    assertThat(sharing.of("dtc", 1)).isEqualTo(1);
    assertThat(sharing.of("amazon", 7)).isEqualTo(3);
    assertThat(sharing.of("dtc", 7)).isEqualTo(4);
  }

  @Test
  void aChannelBehindSeesWhatExceedsTheUnitsKeptForThoseInFront() {
    Sharing sharing =
        new Sharing(
            Split.PRIORITY,
            5,
            List.of(
                channel("dtc", 10, OptionalInt.empty()),
                channel("amazon", 5, OptionalInt.empty()),
                channel("ebay", 0, OptionalInt.empty())));

    assertThat(List.of(sharing.of("dtc", 12), sharing.of("amazon", 12), sharing.of("ebay", 12)))
        .containsExactly(12, 7, 2);
    assertThat(sharing.of("ebay", 9)).isZero();
  }

  @Test
  void aBufferIsKeptAndAMaximumIsNotPassed() {
    ChannelTerms terms =
        new ChannelTerms("ebay", 0, OptionalInt.empty(), 2, OptionalInt.of(10), 0, 3);

    assertThat(terms.told(100, 0)).isEqualTo(10);
    assertThat(terms.told(5, 1)).isEqualTo(2);
    assertThat(terms.told(1, 0)).isZero();
  }

  private static int sum(Sharing sharing, int units) {
    return sharing.parts(units).values().stream().mapToInt(Integer::intValue).sum();
  }

  private static ChannelTerms channel(String id, int priority, OptionalInt share) {
    return new ChannelTerms(id, priority, share, 0, OptionalInt.empty(), 0, 3);
  }
}
