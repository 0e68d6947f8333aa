package io.serai.sandbox.paper;

import io.serai.edi.Interchange.Mailbox;
import io.serai.edi.PartnerAgreement;
import io.serai.edi.Standard;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.edi.document.FunctionalAcknowledgment.SetOutcome;
import io.serai.edi.document.OrderChange;
import io.serai.sandbox.world.Interchanges;
import io.serai.sandbox.world.Interchanges.Arrival;
import io.serai.sandbox.world.PurchaseOrder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * X12 or EDIFACT, as a partner of long standing exchanges it: it acknowledges each interchange of
 * the hub before it answers what is in it, numbers its own, and waits for the hub to acknowledge
 * them. What the hub rejects it sends anew under a new number.
 */
public final class EdiPaper implements Paper {
  private static final String KIND = "IC";
  private static final String ENDING = "edi";

  private final Terms terms;
  private final PartnerAgreement agreement;
  private final Interchanges books;
  private final Lapses lapses;
  private final Letters letters;
  private final AnswerSets answers;
  private final NoticeSets notices = new NoticeSets();
  private final List<FunctionalAcknowledgment> owed = new ArrayList<>();
  private final List<EdiDocument> rejected = new ArrayList<>();
  private final List<News.Answer> heldBack = new ArrayList<>();
  private final List<Sheet> again = new ArrayList<>();
  private final Map<Long, Letter> sent = new LinkedHashMap<>();
  private int advices;

  /**
   * With whom the supplier exchanges, and how.
   *
   * @param own its address
   * @param shop the hub's address
   * @param currency of its costs
   * @param mistakes whether it makes some
   */
  public record Terms(
      String supplier,
      Standard standard,
      Mailbox own,
      Mailbox shop,
      String currency,
      boolean mistakes) {}

  /**
   * The paper of a supplier.
   *
   * @param books where it keeps book
   */
  public EdiPaper(Terms terms, Interchanges books, Clock clock, SplittableRandom chance) {
    this.terms = terms;
    this.agreement =
        terms.standard() == Standard.X12
            ? PartnerAgreement.x12(terms.own(), terms.shop())
            : PartnerAgreement.edifact(terms.own(), terms.shop());
    this.books = books;
    this.lapses = new Lapses(chance, terms.mistakes());
    this.letters = new Letters(agreement, clock);
    this.answers = new AnswerSets(terms.standard(), lapses);
  }

  @Override
  public boolean reads(String name) {
    return name.matches("[^.].*\\.edi");
  }

  @Override
  public Asked read(String name, byte[] content) {
    List<String> faults = new ArrayList<>();
    List<PurchaseOrder> orders = new ArrayList<>();
    List<Asked.Stop> stops = new ArrayList<>();
    for (Inbox.Opened each : Inbox.read(agreement, content, faults)) {
      Arrival arrival = books.received(each.control(), digest(each));
      if (arrival == Arrival.FIRST) {
        acknowledge(each);
      }
      for (EdiDocument document : each.documents()) {
        if (document instanceof io.serai.edi.document.PurchaseOrder order) {
          orders.add(OrderSets.order(terms.supplier(), order));
        } else if (document instanceof OrderChange change && arrival == Arrival.FIRST) {
          stops.addAll(OrderSets.stops(change));
        } else if (document instanceof FunctionalAcknowledgment said) {
          heard(said);
        }
      }
    }
    return new Asked(orders, stops, faults);
  }

  private static String digest(Inbox.Opened interchange) {
    byte[] text = interchange.documents().toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(text).toString();
  }

  private void acknowledge(Inbox.Opened interchange) {
    if (!interchange.owed().isEmpty()) {
      owed.addAll(interchange.owed());
      books.answered(
          interchange.owed().stream().allMatch(each -> each.status().equals("accepted")));
    }
  }

  /** The hub says what became of an interchange: 997 names the group, CONTRL the interchange. */
  private void heard(FunctionalAcknowledgment said) {
    Letter letter = sent.get(Long.parseLong(said.control()));
    if (letter == null) {
      books.strange();
      return;
    }
    boolean first = books.acknowledged(letter.control());
    for (SetOutcome set : said.sets()) {
      boolean bad = Integer.parseInt(set.control()) == letter.spoilt();
      if (bad != set.status().equals("rejected")) {
        books.strange();
      } else if (bad && first) {
        books.rejected();
        rejected.add(letter.documents().get(letter.spoilt() - 1));
      }
    }
  }

  @Override
  public List<Sheet> write(News news) {
    List<Letter> round = new ArrayList<>();
    if (!owed.isEmpty()) {
      round.add(letters.of(owed, 0));
      owed.clear();
    }
    if (!rejected.isEmpty()) {
      round.add(kept(letters.of(rejected, 0)));
      rejected.forEach(any -> books.corrected());
      rejected.clear();
    }
    answer(news.answers()).forEach(each -> round.add(kept(each)));
    if (!news.parcels().isEmpty()) {
      round.add(kept(letters.of(notices.of(news.parcels()), 0)));
    }
    if (!news.stock().isEmpty()) {
      round.add(kept(letters.of(news.stock(), "I%06d".formatted(++advices), terms.currency())));
    }
    return sheets(round);
  }

  /** What was held back the last time comes first; of some orders the second half is held back. */
  private List<Letter> answer(List<News.Answer> news) {
    List<News.Answer> now = new ArrayList<>(heldBack);
    heldBack.clear();
    for (List<News.Answer> ofOrder : AnswerSets.byOrder(news).values()) {
      List<String> lines = ofOrder.stream().map(each -> each.said().line()).distinct().toList();
      boolean cut = lines.size() > 1 && lapses.answersTwice();
      List<String> first = lines.subList(0, cut ? lines.size() / 2 : lines.size());
      ofOrder.forEach(each -> (first.contains(each.said().line()) ? now : heldBack).add(each));
    }
    if (now.isEmpty()) {
      return List.of();
    }
    List<Acknowledgment> sets = answers.of(now, letters.today());
    boolean spoils = sets.size() > 1 && lapses.spoils();
    if (spoils) {
      books.spoilt();
    }
    return List.of(letters.of(sets, spoils ? sets.size() : 0));
  }

  private Letter kept(Letter letter) {
    sent.put(terms.standard() == Standard.X12 ? letter.group() : letter.control(), letter);
    books.sent(letter.control());
    return letter;
  }

  private List<Sheet> sheets(List<Letter> round) {
    List<Sheet> sheets = new ArrayList<>(again);
    again.clear();
    if (round.size() > 1 && lapses.putsInOneFile()) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      round.forEach(each -> all.writeBytes(each.content()));
      sheets.add(sheet(all.toByteArray()));
    } else {
      round.forEach(each -> sheets.add(sheet(each.content())));
    }
    round.stream()
        .filter(each -> !each.documents().isEmpty() && sent.containsValue(each) && lapses.doubles())
        .limit(1)
        .forEach(this::repeat);
    return sheets;
  }

  private void repeat(Letter letter) {
    books.sentAgain();
    again.add(sheet(letter.content()));
  }

  private static Sheet sheet(byte[] content) {
    return new Sheet(KIND, ENDING, content);
  }
}
