package io.serai.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.document.DocumentStore;
import io.serai.document.Refused;
import io.serai.document.Revisions;
import io.serai.mapping.Digest;
import io.serai.mapping.Json;
import io.serai.order.OrderReader;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Orders that are pushed in: stored as they came, once for each revision, and taken in as those of
 * any channel.
 */
public final class PushedOrders {
  private final DocumentStore documents;
  private final Revisions revisions;
  private final List<String> channels;

  /**
   * The orders.
   *
   * @param channels that push theirs
   */
  public PushedOrders(DocumentStore documents, Collection<String> channels) {
    this.documents = documents;
    this.revisions = new Revisions(documents);
    this.channels = channels.stream().sorted().toList();
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources.answers("pushOrder", this::push);
  }

  private Reply push(Handle handle, Call call) {
    String channel = call.body().path("channel").asText();
    if (!channels.contains(channel)) {
      throw Problem.body("/channel", "it is no channel that pushes its orders" + named());
    }
    String number = call.body().path("number").asText();
    refuseUnlessReadable(channel, call);
    String digest = Digest.of(call.body().get("revision").toString());
    boolean fresh = revisions.receive(handle, channel, number, digest, call.sent());
    if (!fresh) {
      refuseUnlessSame(handle, call, channel, number);
    }
    String order = Address.of("orders", channel, number);
    return Reply.made(
        202,
        order,
        Json.object()
            .put("channel", channel)
            .put("number", number)
            .put("revision", call.body().get("revision").asText())
            .put("status", fresh ? "received" : "known")
            .put("order", order));
  }

  private String named() {
    return channels.isEmpty()
        ? "; none does: give one the connector api, in serai.yaml"
        : "; those are " + String.join(", ", channels);
  }

  private static void refuseUnlessReadable(String channel, Call call) {
    ObjectNode order = call.body().deepCopy();
    order.remove("channel");
    try {
      OrderReader.read(channel, order);
    } catch (Refused refused) {
      throw Problem.body("", refused.getMessage());
    }
  }

  private void refuseUnlessSame(Handle handle, Call call, String channel, String number) {
    boolean same =
        documents
            .newest(handle, "order", channel, number)
            .filter(before -> Json.read(before.name(), before.content()).equals(call.body()))
            .isPresent();
    if (!same) {
      throw Problem.conflict(
          "This revision of the order was pushed before, and said something else; a change needs a new revision.");
    }
  }
}
