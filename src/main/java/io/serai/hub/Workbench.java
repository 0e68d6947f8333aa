package io.serai.hub;

import io.serai.config.Configuration;
import io.serai.config.ConnectorCatalog;
import io.serai.database.Database;
import io.serai.document.Arrival;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.intake.Submission;
import io.serai.order.IncomingOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hub without its routes, for whoever measures what is between them: what comes in is stored,
 * taken in and served as the routes have it done.
 */
public final class Workbench {
  private final Database database;
  private final DocumentStore documents = new DocumentStore(Clock.systemUTC());
  private final Map<String, Object> beans;

  /** A hub by a configuration, on an open database. */
  public Workbench(Configuration configuration, ConnectorCatalog connectors, Database database) {
    this.database = database;
    Merchant merchant = Merchant.of(configuration, configuration.hub().templatesFolder());
    beans = Parts.beans(merchant, database, Clock.systemUTC(), connectors);
  }

  /** Stores orders as they came, and takes them in. */
  public void take(List<IncomingOrder> orders) {
    List<Submission> submissions =
        database.inTransaction(
            handle -> {
              List<Submission> stored = new ArrayList<>();
              for (IncomingOrder order : orders) {
                String key = "order:" + order.channel() + ":" + order.number();
                documents.receive(
                    handle,
                    new Arrival("order", order.channel(), key, order.number(), new byte[0]));
                long id =
                    handle
                        .createQuery("select id from document where key = :key")
                        .bind("key", key)
                        .mapTo(Long.class)
                        .one();
                stored.add(new Submission(id, order));
              }
              return stored;
            });
    bean(OrderDesk.class, "orders").accept(submissions);
  }

  /** A stock file of a supplier comes in and is applied. */
  public void stock(String supplier, String name, String content) {
    DocumentDesk desk = bean(DocumentDesk.class, "documents");
    try {
      desk.receiveFile(
          supplier, name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Document file : desk.files(supplier)) {
      bean(SupplierDesk.class, "suppliers").applyStockAdvice(file);
    }
  }

  /** Serves the next part of each queue whose stock has risen; false when there is none left. */
  public boolean release() {
    BackorderDesk backorders = bean(BackorderDesk.class, "backorders");
    List<String> risen = backorders.restocked();
    risen.forEach(backorders::release);
    return !risen.isEmpty();
  }

  private <T> T bean(Class<T> type, String name) {
    return type.cast(beans.get(name));
  }
}
