package io.serai.sandbox.supplier;

import io.serai.sandbox.paper.News;
import io.serai.sandbox.paper.Paper;
import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.SupplierAnswer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a supplier has to say since its last files. The files go out in an order that makes sense:
 * acknowledgments, then ship notices, then the stock that no longer counts what has left.
 */
final class Outbox {
  private final SupplierProfile profile;
  private final SupplierFiles files;
  private final Paper paper;
  private final List<News.Answer> answers = new ArrayList<>();
  private final List<Parcel> parcels = new ArrayList<>();
  private final Set<Shelf> changed = new LinkedHashSet<>();

  Outbox(SupplierProfile profile, SupplierFiles files, Paper paper) {
    this.profile = profile;
    this.files = files;
    this.paper = paper;
  }

  void say(SupplierAnswer answer, Optional<Shelf.Expected> restock, String reason) {
    answers.add(new News.Answer(answer, restock.map(Outbox::date), reason));
  }

  void say(Parcel parcel) {
    parcels.add(parcel);
  }

  void changed(Shelf shelf) {
    changed.add(shelf);
  }

  /** Writes the files that are due, and forgets what they say. */
  void flush() {
    News news = new News(answers, parcels, changed.stream().map(this::stock).toList());
    answers.clear();
    parcels.clear();
    changed.clear();
    paper.write(news).forEach(files::write);
  }

  private News.Stock stock(Shelf shelf) {
    return new News.Stock(
        profile.code(shelf.sku()),
        shelf.onHand(),
        shelf.unitCost(),
        profile.leadDays(),
        shelf.expected().map(restock -> new News.Restock(date(restock), restock.quantity())));
  }

  private static LocalDate date(Shelf.Expected restock) {
    return LocalDate.ofInstant(restock.at(), ZoneOffset.UTC);
  }
}
