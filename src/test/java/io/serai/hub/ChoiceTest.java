package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.choice.Choice;
import io.serai.choice.OpenChoice.Offered;
import io.serai.choice.Outcome;
import io.serai.choice.Outcome.AlreadyDone;
import io.serai.choice.Outcome.Done;
import io.serai.choice.Outcome.TooLate;
import io.serai.choice.Outcome.Why;
import io.serai.delivery.Delivery;
import io.serai.order.Place;
import io.serai.order.Shop;
import io.serai.order.Substitutes;
import io.serai.page.CustomerPages;
import io.serai.page.OrderPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A choice of a customer takes effect once, and only while it is still possible. */
class ChoiceTest {
  private Scene scene;
  private long line;
  private String token;

  @BeforeEach
  void anOrderWaitsForTwoOfB() {
    scene =
        Scene.usual()
            .caring(
                new Substitutes(Map.of("B", List.of("C", "D"))),
                CustomerCare.NONE,
                new Shop("dtc", 0, "Shop", true));
    scene
        .stock("north", "A,5", "B,0", "C,1", "D,3")
        .stock("south", "A,5", "B,0", "C,0", "D,0")
        .order("1000", "D,1")
        .order("1001", "A,1", "B,2");
    line = Long.parseLong(scene.one("select order_line_id from backorder"));
    token = scene.one("select page_token from customer_order where number = '1001'");
  }

  @AfterEach
  void nothingIsOutOfBalance() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void onlySubstitutesThatCanBeHadInFullAreOffered() {
    assertThat(page().waiting())
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.units()).isEqualTo(2);
              assertThat(open.substitutes()).containsExactly(new Offered("D", "Title of D"));
            });
  }

  @Test
  void waitingOnIsTakenOnceAndConfirmed() {
    assertThat(choose(new Choice.Wait(line))).isInstanceOf(Done.class);
    assertThat(choose(new Choice.Wait(line))).isInstanceOf(AlreadyDone.class);

    assertThat(page().waiting()).singleElement().matches(open -> open.choseToWait());
    assertThat(letters("answered")).hasSize(1);
    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(Place.BACKORDERED, 2));
  }

  @Test
  void aDelayThatIsToldAgainAsksAgain() {
    choose(new Choice.Wait(line));
    scene.database.useTransaction(
        handle -> handle.execute("update backorder set delays_told = 1, answer_by = now()"));

    assertThat(page().waiting()).singleElement().matches(open -> !open.choseToWait());
    assertThat(choose(new Choice.Wait(line))).isInstanceOf(Done.class);
    assertThat(scene.one("select count(*) from backorder where answer_by is not null"))
        .isEqualTo("0");
    assertThat(letters("answered")).hasSize(2);
  }

  @Test
  void cancellingTellsTheChannelAndTheCustomerWhatIsRefunded() {
    assertThat(choose(new Choice.Cancel(line))).isInstanceOf(Done.class);
    assertThat(choose(new Choice.Cancel(line))).isInstanceOf(AlreadyDone.class);
    assertThat(choose(new Choice.Wait(line))).isEqualTo(new TooLate(Why.NOTHING_WAITS));

    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(Place.CANCELLED, 2));
    assertThat(scene.deliver("cancellation", "dtc")).hasSize(1);
    assertThat(letters("cancelled"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.payload().at("/refund/amount").asText()).isEqualTo("20.00");
              assertThat(letter.payload().at("/refund/currency").asText()).isEqualTo("USD");
            });
    assertThat(letters("answered")).isEmpty();
  }

  @Test
  void aSubstituteShipsAtOnceAsTheLineThatItStandsFor() {
    assertThat(choose(new Choice.Substitute(line, "D"))).isInstanceOf(Done.class);
    assertThat(choose(new Choice.Substitute(line, "D"))).isInstanceOf(AlreadyDone.class);
    assertThat(choose(new Choice.Cancel(line))).isEqualTo(new TooLate(Why.NOTHING_WAITS));

    assertThat(scene.places("1001"))
        .containsEntry("2", Map.of(Place.CANCELLED, 2))
        .containsEntry("2.1", Map.of(Place.PLANNED, 2));
    assertThat(scene.deliver("cancellation", "dtc")).isEmpty();
    assertThat(letters("cancelled")).isEmpty();
    assertThat(letters("answered")).hasSize(1);

    scene.pass(Duration.ofHours(1)).sendPurchaseOrders();
    scene
        .purchaseOrders("1001")
        .forEach(
            (po, supplier) -> {
              String row = supplier.equals("north") ? ",1,D,2" : ",1,A,1";
              scene.notice(supplier, po + row + ",UPS,1Z-" + supplier + ",2026-11-24T10:00:00Z,P1");
            });
    assertThat(scene.places("1001")).containsEntry("2.1", Map.of(Place.SHIPPED, 2));
    assertThat(scene.deliver("tracking", "dtc"))
        .extracting(post -> post.payload().get("lines").toString())
        .containsExactlyInAnyOrder(
            "[{\"sku\":\"A\",\"line\":\"gid-1001-1\",\"quantity\":1}]",
            "[{\"sku\":\"D\",\"line\":\"gid-1001-2\",\"quantity\":2}]");
    assertThat(scene.one("select ended_at is not null from customer_order where number = '1001'"))
        .isEqualTo("t");
  }

  @Test
  void aSubstituteThatIsGoneChangesNothing() {
    scene.order("1002", "D,1");

    assertThat(page().waiting().get(0).substitutes()).isEmpty();
    assertThat(choose(new Choice.Substitute(line, "D"))).isEqualTo(new TooLate(Why.NOT_IN_STOCK));
    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(Place.BACKORDERED, 2));
    assertThat(scene.one("select count(*) from choice")).isEqualTo("0");
  }

  @Test
  void nothingIsTakenThatWasNeverOffered() {
    assertThat(choose(new Choice.Substitute(line, "A"))).isEqualTo(new TooLate(Why.NOT_OFFERED));
    String other =
        scene.one(
            "select l.id from order_line l join customer_order o on o.id = l.order_id where o.number = '1000'");
    assertThat(choose(new Choice.Cancel(Long.parseLong(other))))
        .isEqualTo(new TooLate(Why.NOT_OFFERED));
  }

  @Test
  void whatHasBeenReleasedCanNoLongerBeCancelled() {
    scene.stock("north", "A,5", "B,2", "C,1", "D,3").release();

    assertThat(choose(new Choice.Cancel(line))).isEqualTo(new TooLate(Why.NOTHING_WAITS));
    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(Place.PLANNED, 2));
  }

  @Test
  void theSameChoiceFromTwoConnectionsTakesEffectOnce() throws Exception {
    List<Outcome> outcomes =
        together(
            () -> choose(new Choice.Substitute(line, "D")),
            () -> choose(new Choice.Substitute(line, "D")));

    assertThat(outcomes).hasOnlyElementsOfTypes(Done.class, AlreadyDone.class).hasSize(2);
    assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
    assertThat(scene.places("1001")).containsEntry("2.1", Map.of(Place.PLANNED, 2));
  }

  @Test
  void aChoiceAndARestockAtOnceLeaveEachUnitInOnePlace() throws Exception {
    scene.stock("north", "A,5", "B,2", "C,1", "D,3");

    List<Outcome> outcomes =
        together(
            () -> choose(new Choice.Cancel(line)),
            () -> {
              scene.release();
              return new AlreadyDone();
            });

    Place place = outcomes.get(0) instanceof Done ? Place.CANCELLED : Place.PLANNED;
    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(place, 2));
  }

  @Test
  void aChoiceAndTheDeadlineAtOnceCancelOnce() throws Exception {
    scene.pass(Duration.ofDays(15));

    together(
        () -> choose(new Choice.Cancel(line)),
        () -> {
          scene.keepDeadlines();
          return new AlreadyDone();
        });

    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(Place.CANCELLED, 2));
    assertThat(scene.deliver("cancellation", "dtc")).hasSize(1);
    assertThat(letters("cancelled")).hasSize(1);
  }

  private List<Outcome> together(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> outcome : threads.invokeAll(List.of(one, other))) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private OrderPage page() {
    return scene.database.inTransaction(handle -> pages().show(handle, token)).orElseThrow();
  }

  private Outcome choose(Choice choice) {
    return scene
        .database
        .inTransaction(handle -> pages().choose(handle, token, choice))
        .orElseThrow();
  }

  private CustomerPages pages() {
    return scene.bean(PageDesk.class, "pages").pages();
  }

  private List<Delivery> letters(String template) {
    return scene.owed("mail", template);
  }
}
