package io.serai.interchange;

import io.serai.document.DocumentStore;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import io.serai.edi.document.InterchangeReceipt;
import io.serai.exchange.Books;
import io.serai.exchange.NotYetSent;
import io.serai.interchange.Rejections.Rejection;
import io.serai.interchange.SentStore.Sent;
import io.serai.interchange.SentStore.SentSet;
import io.serai.supplier.Supplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * What suppliers say of interchanges of ours, by 997, 999, CONTRL or TA1. What they have taken is
 * noted. Of what they refuse somebody is told; the purchase orders in it count as unanswered from
 * now on, and go elsewhere where hours for an answer are agreed.
 */
public final class FunctionalAnswers {
  private static final String REJECTED = "rejected";

  private final Books books;
  private final SentStore sent;
  private final Rejections rejections;

  public FunctionalAnswers(Books books, SentStore sent, Map<String, Supplier> suppliers) {
    this.books = books;
    this.sent = sent;
    this.rejections = new Rejections(books, suppliers);
  }

  /**
   * Notes the answers of one file.
   *
   * @throws NotYetSent when one is for an interchange whose sending has not been noted yet
   */
  void apply(Handle handle, String supplier, List<HeardAnswer> answers) {
    List<Rejection> refused = new ArrayList<>();
    for (HeardAnswer answer : answers) {
      Optional<Sent> about = about(handle, supplier, answer);
      if (about.isEmpty()) {
        unmatched(handle, answer);
      } else if (!about.get().isSent()) {
        throw new NotYetSent("interchange", Long.toString(about.get().control()));
      } else {
        note(handle, answer, about.get()).ifPresent(refused::add);
        documents().applied(handle, List.of(answer.document()));
      }
    }
    rejections.tell(handle, supplier, refused);
  }

  private Optional<Sent> about(Handle handle, String supplier, HeardAnswer answer) {
    if (answer.said() instanceof InterchangeReceipt receipt) {
      return number(receipt.control()).flatMap(number -> sent.byControl(handle, supplier, number));
    }
    FunctionalAcknowledgment said = (FunctionalAcknowledgment) answer.said();
    return number(said.control())
        .flatMap(
            number ->
                said.groupCode().isEmpty()
                    ? sent.byControl(handle, supplier, number)
                    : sent.byGroup(handle, supplier, number));
  }

  private static Optional<Long> number(String control) {
    return control.matches("[0-9]{1,14}") ? Optional.of(Long.parseLong(control)) : Optional.empty();
  }

  private void unmatched(Handle handle, HeardAnswer answer) {
    String control =
        answer.said() instanceof InterchangeReceipt receipt
            ? "interchange " + receipt.control()
            : ((FunctionalAcknowledgment) answer.said()).groupCode().isEmpty()
                ? "interchange " + ((FunctionalAcknowledgment) answer.said()).control()
                : "group " + ((FunctionalAcknowledgment) answer.said()).control();
    documents()
        .quarantine(
            handle,
            answer.document(),
            answer.name() + ": it acknowledges " + control + ", which we never sent",
            "Ask the supplier which document of ours it means; nothing was changed.");
  }

  private Optional<Rejection> note(Handle handle, HeardAnswer answer, Sent about) {
    if (answer.said() instanceof InterchangeReceipt receipt) {
      // An envelope that is good says nothing of what is in it.
      return receipt.status().equals(REJECTED)
          ? whole(handle, answer, about, "TA1, note " + receipt.note())
          : Optional.empty();
    }
    FunctionalAcknowledgment said = (FunctionalAcknowledgment) answer.said();
    if (said.status().equals(REJECTED) && said.sets().isEmpty()) {
      return whole(handle, answer, about, Places.of(said));
    }
    Set<String> refused = new TreeSet<>();
    List<String> faults = new ArrayList<>();
    for (SentSet set : sent.sets(handle, about.id())) {
      Optional<SetOutcome> outcome = outcome(said, set);
      String status = outcome.map(SetOutcome::status).orElse(said.status());
      String places = outcome.map(Places::of).orElse("");
      sent.answeredSet(handle, about.id(), set.control(), status, places);
      if (status.equals(REJECTED)) {
        refused.add(set.poNumber());
        faults.add("set " + set.control() + places);
      }
    }
    sent.answered(handle, about.id(), said.status(), answer.document());
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rejection(about, refused, String.join("; ", faults)));
  }

  private static Optional<SetOutcome> outcome(FunctionalAcknowledgment said, SentSet set) {
    return said.sets().stream()
        .filter(each -> number(each.control()).filter(own -> own == set.control()).isPresent())
        .findFirst();
  }

  private Optional<Rejection> whole(Handle handle, HeardAnswer answer, Sent about, String faults) {
    Set<String> all = new TreeSet<>();
    for (SentSet set : sent.sets(handle, about.id())) {
      sent.answeredSet(handle, about.id(), set.control(), REJECTED, faults);
      all.add(set.poNumber());
    }
    sent.answered(handle, about.id(), REJECTED, answer.document());
    return Optional.of(new Rejection(about, all, faults));
  }

  private DocumentStore documents() {
    return books.documents();
  }
}
