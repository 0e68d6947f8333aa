package io.serai.sandbox.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SyntheticOrdersTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(3);

  private final List<SoldOrder> orders = OrderSource.synthetic(7, 1_000).orders(START, SPAN);

  @Test
  void theSameSeedGivesTheSameOrdersAndAnotherSeedOthers() {
    assertThat(OrderSource.synthetic(7, 1_000).orders(START, SPAN)).isEqualTo(orders);
    assertThat(OrderSource.synthetic(8, 1_000).orders(START, SPAN)).isNotEqualTo(orders);
  }

  @Test
  void ordersComeOldestFirstWithinTheSpan() {
    assertThat(orders).extracting(SoldOrder::createdAt).isSorted();
    assertThat(orders.get(0).createdAt()).isAfterOrEqualTo(START);
    assertThat(orders.get(999).createdAt()).isBefore(START.plus(SPAN));
  }

  @Test
  void oneOrderInAHundredHasASkuThatNobodyCarries() {
    assertThat(orders.stream().filter(SoldOrder::hasUnknownSku)).hasSize(10);
  }

  @Test
  void namesAndAddressesAreTheOnesThatCarelessSoftwareBreaksOn() {
    assertThat(some(address -> address.firstName().contains("🦊"))).isTrue();
    assertThat(some(address -> address.lastName().contains("'"))).isTrue();
    assertThat(some(address -> address.firstName().contains("<b>"))).isTrue();
    assertThat(some(address -> address.firstName().startsWith("="))).isTrue();
    assertThat(some(address -> address.lastName().contains("כ"))).isTrue();
    assertThat(some(address -> address.phone().isEmpty())).isTrue();
    assertThat(some(address -> address.provinceCode().isEmpty())).isTrue();
  }

  @Test
  void someOrdersRepeatASkuOrCarryWhatIsNotShipped() {
    assertThat(orders)
        .anyMatch(o -> o.lines().stream().map(SoldLine::sku).distinct().count() < o.lines().size())
        .anyMatch(o -> o.lines().stream().anyMatch(line -> !line.requiresShipping()));
  }

  private boolean some(Predicate<Address> test) {
    return orders.stream().map(SoldOrder::shippingAddress).anyMatch(test);
  }
}
