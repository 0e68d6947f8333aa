package io.serai.sandbox.amazon;

import static io.serai.sandbox.amazon.AmazonComplaints.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code createFeed} and {@code getFeed}: the work is done at once, and shown a while later. */
final class Feeds {
  private final AmazonBooks books;
  private final FeedDocuments documents;
  private final FeedWork work;
  private final Duration takes;
  private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(50_000);

  /**
   * @param takes simulated time for which a feed waits its turn
   */
  Feeds(AmazonBooks books, FeedDocuments documents, Listings listings, Duration takes) {
    this.books = books;
    this.documents = documents;
    this.work = new FeedWork(books, listings);
    this.takes = takes;
  }

  RestReply create(RestRequest request) {
    JsonNode body = request.json();
    String document = body.path("inputFeedDocumentId").asText("");
    byte[] content =
        documents
            .content(document)
            .orElseThrow(() -> invalid("Feed document " + document + " has no content."));
    if (!body.path("marketplaceIds").path(0).asText("").equals(AmazonBooks.MARKETPLACE)) {
      throw invalid("The seller is not on marketplace " + body.path("marketplaceIds"));
    }
    String id = Integer.toString(numbers.incrementAndGet());
    String type = body.path("feedType").asText("");
    String report = documents.keep(work.report(id, type, content));
    Instant now = books.now();
    feeds.put(id, new Feed(id, type, now, now.plus(takes), report));
    return RestReply.json(202, Map.of("feedId", id));
  }

  RestReply get(RestRequest request) {
    Feed feed = feeds.get(request.path("feedId"));
    if (feed == null) {
      throw AmazonComplaints.missing("There is no feed " + request.path("feedId"));
    }
    boolean isDone = !books.now().isBefore(feed.doneAt());
    ObjectNode answer =
        RestReply.JSON
            .createObjectNode()
            .put("feedId", feed.id())
            .put("feedType", feed.type())
            .put("createdTime", feed.createdAt().toString())
            .put("processingStatus", isDone ? "DONE" : "IN_QUEUE");
    answer.putArray("marketplaceIds").add(AmazonBooks.MARKETPLACE);
    if (isDone) {
      answer.put("resultFeedDocumentId", feed.report());
    }
    return RestReply.json(answer);
  }
}
