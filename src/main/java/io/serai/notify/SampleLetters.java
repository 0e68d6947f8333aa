package io.serai.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.Owed;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Delay;
import io.serai.notify.Letters.Followed;
import io.serai.notify.Letters.Item;
import io.serai.notify.Letters.WaitingItem;
import io.serai.order.Correspondence;
import io.serai.order.Customer;
import io.serai.order.Shop;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One message of each kind with all its facts, and one with as few as there can be. */
public final class SampleLetters {
  private static final Set<String> KINDS = Correspondence.USUAL.kinds().get(Correspondence.MAIL);
  private static final Correspondence EVERYTHING =
      new Correspondence(
          "en", Map.of(Correspondence.MAIL, KINDS, Correspondence.SMS, KINDS), Map.of());
  private static final Letters LETTERS =
      new Letters(
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
          ZoneOffset.UTC,
          Map.of(Correspondence.MAIL, List.of("sample"), Correspondence.SMS, List.of("sample")),
          Map.of("shop", new Shop("shop", 0, "My Shop", true).telling(EVERYTHING)));
  private static final Item MUG = new Item("Blue mug", "MUG", 2);
  private static final Item TEA = new Item("Green tea", "TEA", 1);

  private SampleLetters() {}

  /** The facts, as deliveries carry them. */
  public static List<Sample> samples() {
    return Stream.of(
            LETTERS.confirmed(
                about("Ana"), List.of(List.of(MUG), List.of(TEA)), waiting(), List.of(TEA)),
            LETTERS.confirmed(about(""), List.of(List.of(MUG)), List.of(), List.of()),
            LETTERS.confirmed(about(""), List.of(), waiting(), List.of()),
            LETTERS.partial(about("Ana"), List.of(MUG), List.of(TEA), waiting()),
            LETTERS.partial(about(""), List.of(MUG), List.of(TEA), List.of()),
            LETTERS.shipped(
                about("Ana"),
                "1",
                List.of(MUG, TEA),
                "UPS",
                new Followed("1Z1", "https://example.com/1Z1"),
                List.of(new Followed("1Z2", "https://example.com/1Z2"))),
            LETTERS.shipped(
                about(""),
                "2",
                List.of(MUG),
                "Van",
                new Followed("7", ""),
                List.of(new Followed("8", ""))),
            LETTERS.delayed(
                about("Ana"),
                "1",
                waiting(),
                new Delay(true, false, Optional.of(LocalDate.of(2026, 12, 15)))),
            LETTERS.delayed(about("Ana"), "3", waiting(), new Delay(true, true, Optional.empty())),
            LETTERS.delayed(
                about(""), "2", List.of(new WaitingItem(MUG, Optional.empty())), Delay.FIRST),
            LETTERS.backInStock(about("Ana"), "1", List.of(MUG, TEA)),
            LETTERS.cancelled(
                about("Ana"),
                "1",
                List.of(MUG, TEA),
                Refund.of("USD", BigDecimal.TEN),
                "they could not be had in time"),
            LETTERS.cancelled(about(""), "2", List.of(MUG), Optional.empty(), "you asked us to"),
            LETTERS.keepsWaiting(about("Ana"), "1", waiting()),
            LETTERS.takesInstead(about("Ana"), "2", MUG, TEA))
        .flatMap(List::stream)
        .flatMap(owed -> Stream.of(sample(owed), onThePage(sample(owed))))
        .toList();
  }

  /** One message: what it says, and by which medium. */
  public record Sample(String medium, ObjectNode facts) {}

  private static Sample sample(Owed owed) {
    return new Sample(owed.kind(), ((ObjectNode) owed.payload()).deepCopy());
  }

  // With all that a hub with a public address and substitutes adds.
  private static Sample onThePage(Sample bare) {
    ObjectNode facts = bare.facts().deepCopy().put("pageUrl", "https://example.com/order/x");
    facts
        .putArray("offers")
        .addObject()
        .put("title", "Red mug")
        .put("sku", "RED")
        .put("quantity", 2)
        .put("instead", "Blue mug");
    return new Sample(
        bare.medium(),
        facts
            .put("answerBy", "2026-12-10")
            .put("renewed", true)
            .put("sooner", bare.facts().path("name").asText().isEmpty()));
  }

  private static About about(String name) {
    return new About(
        1, "shop", "1001", new Customer(name, "ana@example.com", "+12025550100", "en"));
  }

  private static List<WaitingItem> waiting() {
    return List.of(
        new WaitingItem(MUG, Optional.of(LocalDate.of(2026, 12, 8))),
        new WaitingItem(TEA, Optional.empty()));
  }
}
