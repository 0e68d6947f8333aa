package io.serai.interchange;

import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.edi.EdiFault;
import io.serai.edi.EdiListener;
import io.serai.edi.FaultKind;
import io.serai.edi.Interchange;
import io.serai.edi.InterchangeReport;
import io.serai.edi.SetHeader;
import io.serai.edi.document.EdiDocument;
import io.serai.interchange.ReceivedStore.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A file as its interchanges are opened, one after the other. */
final class OpenedFile implements EdiListener {
  private final Handle handle;
  private final Document file;
  private final Partner partner;
  private final DocumentStore documents;
  private final ReceivedStore received;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<InterchangeReport> reports = new ArrayList<>();
  private final List<HeardAnswer> heard = new ArrayList<>();
  private Optional<EdiFault> objection = Optional.empty();
  private OpenedSets sets;
  private int position;
  private boolean inside;

  OpenedFile(
      Handle handle,
      Document file,
      Partner partner,
      DocumentStore documents,
      ReceivedStore received) {
    this.handle = handle;
    this.file = file;
    this.partner = partner;
    this.documents = documents;
    this.received = received;
    this.sets =
        new OpenedSets(handle, file, documents, received, documents.partsOf(handle, file.id()));
  }

  /** What of the file is not taken, sets apart, which are put before a person one by one. */
  List<Refusal> refusals() {
    return refusals;
  }

  /** What is to be acknowledged. */
  List<InterchangeReport> reports() {
    return reports;
  }

  /** What the supplier acknowledges. */
  List<HeardAnswer> heard() {
    return heard;
  }

  @Override
  public void interchangeBegins(Interchange interchange) {
    position++;
    inside = true;
    objection = partner.agreement().objection(interchange);
    sets = new OpenedSets(handle, file, documents, received, sets.parts());
  }

  @Override
  public void document(SetHeader set, EdiDocument document) {
    if (objection.isEmpty()) {
      sets.keep(set, document);
    }
  }

  @Override
  public void receipt(Interchange interchange, EdiDocument receipt) {
    if (objection.isEmpty()) {
      sets.keep(interchange, receipt);
    }
  }

  @Override
  public void refused(EdiFault fault) {
    // What stands in an interchange is told again when it ends.
    if (fault.unit() == EdiFault.Unit.FILE || !inside) {
      refusals.add(Refusal.of(fault));
    }
  }

  @Override
  public void interchangeEnds(InterchangeReport report) {
    if (!inside) {
      return;
    }
    inside = false;
    if (objection.isPresent()) {
      refuse(report, objection);
      return;
    }
    String control = report.interchange().control();
    Optional<Seen> before = received.opened(handle, file.account(), control);
    if (!report.accepted()) {
      refuse(report, Optional.empty());
    } else if (before.filter(seen -> seen.digest().equals(report.digest())).isPresent()) {
      repeated(report, before.orElseThrow());
    } else if (before.isPresent() && partner.repeats() != Repeats.TAKE) {
      conflicting(report);
    } else {
      open(report);
    }
    received.arrived(handle, file.account(), control);
  }

  private void open(InterchangeReport report) {
    heard.addAll(sets.open(register(report, "opened"), report));
    reports.add(report);
  }

  private void repeated(InterchangeReport report, Seen before) {
    sets.forget();
    if (before.document() != file.id() || before.position() != position) {
      register(report, "repeated");
    }
  }

  private void conflicting(InterchangeReport report) {
    if (partner.repeats() == Repeats.IGNORE) {
      sets.forget();
      register(report, "ignored");
      return;
    }
    EdiFault.Place place = new EdiFault.Place(report.interchange().control(), "", "", 0, "", 0, 0);
    EdiFault fault =
        new EdiFault(
            EdiFault.Unit.INTERCHANGE,
            FaultKind.REPEATED,
            place,
            "its control number came before, with another content",
            "ask the sender which one is right; if its control numbers mean nothing, set"
                + " repeatedControlNumbers to take, then replay it");
    refuse(report.with(fault), Optional.empty());
  }

  private void refuse(InterchangeReport report, Optional<EdiFault> objection) {
    sets.forget();
    register(report, "refused");
    objection.ifPresentOrElse(
        fault -> refusals.add(Refusal.of(fault)),
        () -> {
          report.faults().forEach(fault -> refusals.add(Refusal.of(fault)));
          // A stranger is not answered.
          reports.add(report);
        });
  }

  private long register(InterchangeReport report, String status) {
    return received.register(
        handle,
        file.account(),
        report.interchange().control(),
        status,
        new Seen(report.digest(), file.id(), position));
  }
}
