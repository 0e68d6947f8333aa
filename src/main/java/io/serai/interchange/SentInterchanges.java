package io.serai.interchange;

import io.serai.delivery.Delivery;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Notes when interchanges have reached their supplier: from then on it may acknowledge them. */
public final class SentInterchanges {
  private final SentStore sent;
  private final Map<String, Partner> partners;

  public SentInterchanges(SentStore sent, Map<String, Partner> partners) {
    this.sent = sent;
    this.partners = partners;
  }

  /** Notes that a delivery has been made, if it was one of interchanges. */
  public void sent(Handle handle, Delivery delivery) {
    Partner partner = partners.get(delivery.account());
    if (partner != null && delivery.documentId().isPresent()) {
      boolean acknowledges = delivery.kind().equals(OwedAcknowledgments.KIND);
      sent.sent(
          handle,
          delivery.documentId().get(),
          acknowledges ? Optional.empty() : partner.acknowledgedWithin());
    }
  }
}
