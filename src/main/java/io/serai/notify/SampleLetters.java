package io.serai.notify;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.delivery.Owed;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Delay;
import io.serai.notify.Letters.Item;
import io.serai.notify.Letters.WaitingItem;
import io.serai.order.Customer;
import io.serai.order.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One letter of each kind with all its facts, and one with as few as there can be. */
public final class SampleLetters {
  private static final Letters LETTERS =
      new Letters(List.of("sample"), Map.of("shop", new Shop("shop", 0, "My Shop", true)));
  private static final Item MUG = new Item("Blue mug", "MUG", 2);
  private static final Item TEA = new Item("Green tea", "TEA", 1);

  private SampleLetters() {}

  /** The facts, as deliveries of kind {@code mail} carry them. */
  public static List<JsonNode> facts() {
    return Stream.of(
            LETTERS.confirmed(
                about("Ana"), List.of(List.of(MUG), List.of(TEA)), waiting(), List.of(TEA)),
            LETTERS.confirmed(about(""), List.of(List.of(MUG)), List.of(), List.of()),
            LETTERS.confirmed(about(""), List.of(), waiting(), List.of()),
            LETTERS.shipped(
                about("Ana"), "1", List.of(MUG, TEA), "UPS", "1Z1", "https://example.com/1Z1"),
            LETTERS.shipped(about(""), "2", List.of(MUG), "Van", "7", ""),
            LETTERS.delayed(
                about("Ana"),
                "1",
                waiting(),
                new Delay(true, false, Optional.of(LocalDate.of(2026, 12, 15)))),
            LETTERS.delayed(about("Ana"), "3", waiting(), new Delay(true, true, Optional.empty())),
            LETTERS.delayed(
                about(""), "2", List.of(new WaitingItem(MUG, Optional.empty())), Delay.FIRST),
            LETTERS.cancelled(
                about("Ana"), "1", List.of(MUG, TEA), "they could not be had in time"))
        .flatMap(List::stream)
        .map(Owed::payload)
        .map(JsonNode.class::cast)
        .toList();
  }

  private static About about(String name) {
    return new About(1, "shop", "1001", new Customer(name, "ana@example.com", "", "en"));
  }

  private static List<WaitingItem> waiting() {
    return List.of(
        new WaitingItem(MUG, Optional.of(LocalDate.of(2026, 12, 8))),
        new WaitingItem(TEA, Optional.empty()));
  }
}
