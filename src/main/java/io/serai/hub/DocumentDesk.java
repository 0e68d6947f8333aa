package io.serai.hub;

import io.serai.database.Database;
import io.serai.database.Outage;
import io.serai.document.Document;
import io.serai.document.DocumentParts;
import io.serai.document.DocumentStore;
import io.serai.document.Refused;
import io.serai.exchange.NotYetSent;
import io.serai.exchange.PushedOffers;
import io.serai.hub.files.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bean {@code documents}: what comes in is stored as it came, before anything is done with it. */
public final class DocumentDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentDesk.class);
  private static final int BATCH = 100;

  private final Database database;
  private final DocumentStore documents;
  private final DocumentParts parts;
  private final Set<String> partners;

  /**
   * @param partners the suppliers whose files are interchanges
   */
  DocumentDesk(
      Database database, DocumentStore documents, DocumentParts parts, Set<String> partners) {
    this.database = database;
    this.documents = documents;
    this.parts = parts;
    this.partners = partners;
  }

  /** A file that is stored only if it comes whole, by the size that its folder lists. */
  public InputStream whole(
      @Header(Exchange.FILE_NAME_ONLY) String name,
      @Header(Exchange.FILE_LENGTH) long size,
      InputStream content) {
    return new WholeFile(name, size, content);
  }

  /**
   * Stores a file of a supplier as it came to the route; the same file again changes nothing.
   *
   * @param told by what it is told from another of its name and content, where it does not come
   *     from a folder
   */
  public void receive(
      @ExchangeProperty("supplier") String supplier,
      @Header(Exchange.FILE_NAME_ONLY) String name,
      @Header(MailDesk.FILE_KEY) String told,
      InputStream content)
      throws IOException {
    store(supplier, told == null ? name : told + ":" + name, name, content);
  }

  /** Stores a file of a supplier as it streams in; the same file again changes nothing. */
  public void receiveFile(String supplier, String name, InputStream content) throws IOException {
    store(supplier, name, name, content);
  }

  private void store(String supplier, String told, String name, InputStream content)
      throws IOException {
    String kind = partners.contains(supplier) ? "interchange-file" : "supplier-file";
    String key = kind + ":" + supplier + ":" + told;
    try (content) {
      database.useTransaction(handle -> parts.receive(handle, kind, supplier, key, name, content));
    }
  }

  /** The next orders of a channel that wait to be taken in. */
  public List<Document> orders(@ExchangeProperty("channel") String channel) {
    return waiting("order", channel);
  }

  /** The next notifications of a channel that wait to be read. */
  public List<Document> notifications(@ExchangeProperty("channel") String channel) {
    return waiting("notification", channel);
  }

  /** The next files of a supplier that wait to be applied, and lines that are replayed. */
  public List<Document> files(@ExchangeProperty("supplier") String supplier) {
    return database.inTransaction(
        handle ->
            documents.waiting(
                handle,
                List.of("supplier-file", "supplier-file-line", PushedOffers.KIND),
                supplier,
                BATCH));
  }

  /** The next files of a supplier whose interchanges wait to be opened. */
  public List<Document> interchanges(@ExchangeProperty("supplier") String supplier) {
    return waiting("interchange-file", supplier);
  }

  /**
   * What becomes of a document that could not be applied: it is put before a person, so that it
   * holds up no other. When the failure is not the document's own, it waits for the next sweep.
   *
   * @throws Exception the failure itself, when the document waits
   */
  public void failed(
      @ExchangeProperty("document") Document document,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure)
      throws Exception {
    if (failure instanceof NotYetSent || Outage.isBehind(failure)) {
      throw failure;
    }
    if (!(failure instanceof Refused)) {
      LOG.error("Document {}, {}, cannot be applied", document.id(), document.name(), failure);
    }
    quarantine(document, failure);
  }

  /** Puts a document before a person, with what is wrong and what to do. */
  public void quarantine(
      @ExchangeProperty("document") Document document,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault) {
    String cure =
        fault instanceof Refused refused
            ? refused.cure()
            : "Read the hub's log at this time for the cause; replay when it is mended.";
    String what =
        fault instanceof Refused
            ? fault.getMessage()
            : document.name() + " of " + document.account() + ": " + fault;
    database.useTransaction(
        handle -> documents.quarantine(handle, document.id(), what.replace("\0", ""), cure));
  }

  /** Marks a document as nothing for us. */
  public void ignore(@ExchangeProperty("document") Document document) {
    database.useTransaction(
        handle -> documents.ignored(handle, document.id(), "nothing in it is to be shipped by us"));
  }

  private List<Document> waiting(String kind, String account) {
    return database.inTransaction(handle -> documents.waiting(handle, kind, account, BATCH));
  }
}
