package io.serai.interchange;

import io.serai.document.Arrival;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.edi.DocumentJson;
import io.serai.edi.DocumentKind;
import io.serai.edi.GroupReport;
import io.serai.edi.Interchange;
import io.serai.edi.InterchangeReport;
import io.serai.edi.SetHeader;
import io.serai.edi.SetReport;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.FunctionalAcknowledgment;
import io.serai.exchange.FilePart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The sets of one interchange. Each is stored as it is read, since an interchange may hold many;
 * which of them count is known when it has ended.
 */
final class OpenedSets {
  private final Handle handle;
  private final Document file;
  private final DocumentStore documents;
  private final ReceivedStore received;
  private final Map<SetHeader, Long> stored = new IdentityHashMap<>();
  private final List<Long> ids = new ArrayList<>();
  private final List<HeardAnswer> heard = new ArrayList<>();
  private int parts;

  OpenedSets(
      Handle handle, Document file, DocumentStore documents, ReceivedStore received, int parts) {
    this.handle = handle;
    this.file = file;
    this.documents = documents;
    this.received = received;
    this.parts = parts;
  }

  /** How many parts of the file there are up to here. */
  int parts() {
    return parts;
  }

  void keep(SetHeader set, EdiDocument document) {
    long id = store(name(set), document);
    stored.put(set, id);
    if (document instanceof FunctionalAcknowledgment) {
      heard.add(new HeardAnswer(id, name(set), document));
    }
  }

  void keep(Interchange interchange, EdiDocument receipt) {
    String name = file.name() + ", interchange " + interchange.control() + " (TA1)";
    heard.add(new HeardAnswer(store(name, receipt), name, receipt));
  }

  private long store(String name, EdiDocument document) {
    byte[] json = DocumentJson.of(document).toString().getBytes(StandardCharsets.UTF_8);
    long id = documents.part(handle, file.id(), "", arrival(name, json), "received");
    ids.add(id);
    return id;
  }

  private Arrival arrival(String name, byte[] content) {
    String key = "supplier-file:" + file.account() + ":" + file.id() + "/" + ++parts;
    return new Arrival("supplier-file", file.account(), key, name, content);
  }

  /** Nothing of the interchange is taken. */
  void forget() {
    documents.forget(handle, ids);
    heard.clear();
  }

  /**
   * The interchange counts: its sets are registered, and those that are refused are put before a
   * person.
   *
   * @return what it says of interchanges of ours
   */
  List<HeardAnswer> open(long interchange, InterchangeReport report) {
    Set<String> seen = new HashSet<>();
    for (GroupReport group : report.groups()) {
      for (SetReport set : group.sets()) {
        boolean again = !seen.add(group.control() + "/" + set.header().control());
        settle(interchange, group, set, again);
      }
    }
    return heard;
  }

  private void settle(long interchange, GroupReport group, SetReport set, boolean again) {
    SetHeader header = set.header();
    List<Refusal> refusals = refusals(group, set, again);
    Long id = stored.get(header);
    if (refusals.isEmpty() && id == null) {
      refusals.add(new Refusal("set " + header.control() + " says nothing", "Ask the sender."));
    }
    if (id == null) {
      id = documents.part(handle, file.id(), "", arrival(name(header), new byte[0]), "received");
    }
    received.register(handle, id, interchange, header.group(), header.control(), header.type());
    if (!refusals.isEmpty()) {
      long refused = id;
      heard.removeIf(answer -> answer.document() == refused);
      documents.quarantine(
          handle, id, Refusal.fault(file.name(), refusals), refusals.get(0).cure());
      return;
    }
    if (isAskingUs(header)) {
      documents.quarantine(
          handle,
          id,
          name(header) + ": it asks us for goods, and we ask suppliers",
          "Ask the supplier whom it is for.");
    }
    // The rows of stock are read again when they are applied, and told then.
    if (header.kind().orElseThrow() != DocumentKind.STOCK_ADVICE) {
      FilePart.quarantine(
          handle,
          documents,
          documents.get(handle, id),
          set.faults().stream().map(SetAgain::line).toList());
    }
  }

  private static boolean isAskingUs(SetHeader set) {
    DocumentKind kind = set.kind().orElseThrow();
    return kind == DocumentKind.PURCHASE_ORDER || kind == DocumentKind.ORDER_CHANGE;
  }

  private static List<Refusal> refusals(GroupReport group, SetReport set, boolean again) {
    List<Refusal> refusals = new ArrayList<>();
    group.faults().forEach(fault -> refusals.add(Refusal.of(fault)));
    refusals.addAll(
        isWhole(set) ? set.faults().stream().map(Refusal::of).toList() : Refusal.ofSet(set));
    if (again) {
      refusals.add(
          new Refusal(
              "set " + set.header().control() + ": its control number stands twice in its group",
              "Ask the sender whether it meant to send it; let it send it again if so."));
    }
    return refusals;
  }

  // An invoice without one of its lines would be another invoice.
  private static boolean isWhole(SetReport set) {
    return set.header().kind().filter(kind -> kind == DocumentKind.INVOICE).isPresent();
  }

  private String name(SetHeader set) {
    return file.name()
        + ", interchange "
        + set.interchange().control()
        + ", set "
        + set.control()
        + " ("
        + set.type()
        + ")";
  }
}
